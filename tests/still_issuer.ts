import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { privateIssuers } from '#config/single_sign_on'

let address: Promise<string> | undefined

/** An issuer that is there to be found, and signs nobody in. It does not keep the process. */
export const stillIssuer = () => (address ??= start())

async function start() {
  const server = http.createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(documentOf(issuer)))
  })
  server.listen(0, '127.0.0.1').unref()
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const issuer = `http://${host}`
  privateIssuers.push(host)
  return issuer
}

const documentOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
})
