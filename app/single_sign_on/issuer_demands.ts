import * as client from 'openid-client'
import { OutgoingRequestError } from '#app/platform/outbound/safe_http_errors'
import { IssuerUnusableError } from '#app/single_sign_on/errors'
import { isNamedByOperator } from '#app/single_sign_on/issuer_http'

/** Public keys only: with a shared secret, or none, whoever knows the client could write tokens. */
export const ALGORITHMS = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'.split(' ')

export function onlyOurAlgorithms(metadata: client.ServerMetadata): client.ServerMetadata {
  const theirs = metadata.id_token_signing_alg_values_supported ?? ['RS256']
  return {
    ...metadata,
    id_token_signing_alg_values_supported: theirs.filter((alg) => ALGORITHMS.includes(alg)),
  }
}

/** Why the address cannot be used, in words for whoever typed it. */
export function unusable(address: string, error: unknown) {
  const outgoing = [error, (error as Error).cause].find((one) => one instanceof OutgoingRequestError)
  if (error instanceof IssuerUnusableError) return error
  if (outgoing) return new IssuerUnusableError(outgoing.message)
  if (address.startsWith('http:') && !isNamedByOperator(address)) return new IssuerUnusableError(NOT_SECURE)
  return error instanceof client.ClientError ? new IssuerUnusableError(NO_DOCUMENT) : error
}

const NOT_SECURE =
  'Give an address that begins with https://. One inside a private network must be named by whoever runs this installation.'
const NO_DOCUMENT =
  'No discovery document of OpenID Connect was found there. Give the part of its address before /.well-known/openid-configuration.'

/** What an issuer must offer beyond the standard's least. */
export function missingIn(metadata: client.ServerMetadata) {
  if (!metadata.authorization_endpoint || !metadata.token_endpoint || !metadata.jwks_uri)
    return 'This issuer’s discovery document names no sign-in page, token address or keys. Check that it speaks OpenID Connect.'
  if (onlyOurAlgorithms(metadata).id_token_signing_alg_values_supported!.length === 0)
    return 'This issuer signs with shared secrets only. Choose RS256 or ES256 for this client there.'
  if (metadata.code_challenge_methods_supported?.includes('S256') === false)
    return 'This issuer does not support PKCE with S256, which every sign-in here uses.'
  return null
}
