import http from 'node:http'
import { once } from 'node:events'
import { createHmac } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose'
import { privateIssuers } from '#config/single_sign_on'
import { clock } from '#app/platform/clock'
import { DateTime } from 'luxon'
import SsoAccount from '#app/single_sign_on/sso_account'
import SsoConnection from '#app/single_sign_on/sso_connection'
import { makeCompany, type Company } from '#tests/factories'
import {
  CLIENT_ID,
  comeBack,
  connect,
  leave,
  passIssuer,
  SETTINGS,
  TestIssuer,
  walk,
} from '#tests/test_issuer'
import { until } from '#tests/until'

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']

let issuer: TestIssuer
let company: Company
const seconds = () => Math.floor(Date.now() / 1000)
const encode = (part: object | string) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')
const decode = (part: string) =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>

const accounts = () => company.inside(async () => (await SsoAccount.query()).length)

/** The honest way through, and then the same with one lie. */
async function isRefused(client: ApiClient, lie: () => void) {
  const before = await accounts()
  lie()
  const answer = await walk(client, company)
  answer.assertStatus(403)
  answer.assertSessionMissing('auth_web')
  answer.assertTextIncludes('could not be trusted')
  if ((await accounts()) !== before) throw new Error('Somebody was let in')
}

test.group('An issuer’s token is refused', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(async () => {
    issuer.calm()
    company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    // Nothing is missing, so nobody asks the issuer again: only the token itself can give the lie away.
    Object.assign(issuer.claims, { email: address(), realm_access: { roles: [] } })
  })
  // Each lie is the only difference to this.
  const honest = async (client: ApiClient) => (await walk(client, company)).assertSession('auth_web')

  const LIES: Record<string, (token: { header: object; payload: object }) => void> = {
    'another nonce': ({ payload }) => Object.assign(payload, { nonce: 'another' }),
    'no nonce': ({ payload }) => Object.assign(payload, { nonce: undefined }),
    'another audience': ({ payload }) => Object.assign(payload, { aud: 'somebody-else' }),
    'no audience': ({ payload }) => Object.assign(payload, { aud: undefined }),
    'several audiences, and another client that it was made for': ({ payload }) =>
      Object.assign(payload, { aud: [CLIENT_ID, 'somebody-else'], azp: 'somebody-else' }),
    'another issuer': ({ payload }) => Object.assign(payload, { iss: 'https://issuer.example' }),
    'an issuer that only begins alike': ({ payload }) =>
      Object.assign(payload, { iss: `${issuer.url}.evil.example` }),
    'a time that is over': ({ payload }) => Object.assign(payload, { exp: seconds() - 60 }),
    'no end': ({ payload }) => Object.assign(payload, { exp: undefined }),
    'a time that has not begun': ({ payload }) => Object.assign(payload, { nbf: seconds() + 90 }),
    'no time of issue': ({ payload }) => Object.assign(payload, { iat: undefined }),
    'no subject': ({ payload }) => Object.assign(payload, { sub: undefined }),
    'an empty subject': ({ payload }) => Object.assign(payload, { sub: '' }),
  }
  for (const [lie, tell] of Object.entries(LIES)) {
    test(`for ${lie}`, async ({ client }) => {
      await isRefused(client, () => (issuer.forge = tell))
      issuer.forge = () => {}
      await honest(client)
    })
  }

  test('without a signature: alg none, in any spelling, with or without a signature part', async ({
    client,
  }) => {
    for (const alg of ['none', 'None', 'NONE']) {
      for (const signature of ['', 'c2lnbmF0dXJl']) {
        await isRefused(client, () => {
          issuer.swap = (token) => [encode({ alg }), token.split('.')[1], signature].join('.')
        })
      }
    }
  })

  test('signed by HS256 with the issuer’s public key, or with the client’s secret', async ({ client }) => {
    const [jwk] = issuer.server.issuer.keys.toJSON()
    const spki = await exportSPKI(
      (await importJWK({ ...jwk, alg: 'RS256' }, 'RS256', { extractable: true })) as Key
    )
    for (const secret of [spki, JSON.stringify(jwk), SETTINGS.clientSecret!]) {
      await isRefused(client, () => {
        issuer.swap = (token) => {
          const signed = `${encode({ alg: 'HS256', kid: jwk.kid })}.${token.split('.')[1]}`
          return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
        }
      })
    }
  })

  test('signed by somebody else’s key, under the name of the issuer’s', async ({ client }) => {
    const { privateKey } = await generateKeyPair('RS256')
    const [{ kid }] = issuer.server.issuer.keys.toJSON()
    let forged = ''
    const payload = { iss: issuer.url, aud: CLIENT_ID, sub: 'x', iat: seconds(), exp: seconds() + 60 }
    forged = await new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey)
    await isRefused(client, () => (issuer.swap = () => forged))
    await isRefused(client, () => {
      issuer.swap = (token) => [...token.split('.').slice(0, 2), forged.split('.')[2]].join('.')
    })
  })

  test('with claims that were changed after signing', async ({ client }) => {
    await isRefused(client, () => {
      issuer.swap = (token) => {
        const [header, payload, signature] = token.split('.')
        return [header, encode({ ...decode(payload), sub: 'somebody-else' }), signature].join('.')
      }
    })
  })

  test('with a key of its own that it brings along', async ({ client }) => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
    const jwk = await exportJWK(publicKey)
    const left = await leave(client, company)
    const callback = await passIssuer(left.to)
    const { nonce } = left.visit.sso as { nonce: string }
    const payload = {
      ...issuer.claims,
      nonce,
      iss: issuer.url,
      aud: CLIENT_ID,
      iat: seconds(),
      exp: seconds() + 60,
    }
    const forged = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', jwk, jku: 'https://evil.example/jwks', kid: 'mine' })
      .sign(privateKey)
    issuer.swap = () => forged
    const answer = await comeBack(client, callback, left.visit)
    answer.assertStatus(403)
    answer.assertSessionMissing('auth_web')
  })

  test('when what it tells about the person is about somebody else', async ({ client }) => {
    delete issuer.claims.email
    await isRefused(client, () => (issuer.userinfo = { sub: 'somebody-else', email: 'x@y.example' }))
  })

  test('of a key that was taken back, while one of a new key is taken', async ({ client, assert }) => {
    const [old, next] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')])
    let published = [{ ...(await exportJWK(old.publicKey)), kid: 'old', alg: 'ES256' }]
    let asked = 0
    issuer.server.service.addRoute('GET', '/rotating', (_, response) => {
      asked++
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }))
    })
    const change = { jwks_uri: `${issuer.url}/rotating`, id_token_signing_alg_values_supported: ['ES256'] }
    issuer.describe(change)
    const signInWith = async (key: Key, kid: string) => {
      const left = await leave(client, company)
      const callback = await passIssuer(left.to)
      const { nonce } = left.visit.sso as { nonce: string }
      const payload = {
        ...issuer.claims,
        nonce,
        iss: issuer.url,
        aud: CLIENT_ID,
        iat: seconds(),
        exp: seconds() + 60,
      }
      const token = await new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid }).sign(key)
      issuer.swap = () => token
      return comeBack(client, callback, left.visit)
    }
    ;(await signInWith(old.privateKey, 'old')).assertSession('auth_web')
    published = [{ ...(await exportJWK(next.publicKey)), kid: 'next', alg: 'ES256' }]
    await until(async () => (await signInWith(next.privateKey, 'next')).status() === 302, {
      what: 'the new key is asked for',
    })
    ;(await signInWith(old.privateKey, 'old')).assertSessionMissing('auth_web')
    assert.equal(asked, 2)
  })
})

test.group('An issuer’s answer is refused', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(async () => {
    issuer.calm()
    company = await makeCompany()
    const { address } = await connect(company, issuer.url)
    issuer.claims.email = address()
  })
  const isLost = (answer: Awaited<ReturnType<typeof walk>>) => {
    answer.assertStatus(403)
    answer.assertSessionMissing('auth_web')
    answer.assertTextIncludes('Begin again from the sign-in page')
  }

  test('in a browser that has not begun the sign-in', async ({ client }) => {
    const left = await leave(client, company)
    isLost(await comeBack(client, await passIssuer(left.to), {}))
  })

  test('with another state, none, or the state of another browser', async ({ client }) => {
    const other = await leave(client, company)
    for (const state of ['another', '', (other.visit.sso as { state: string }).state]) {
      const left = await leave(client, company)
      const callback = await passIssuer(left.to)
      callback.searchParams.set('state', state)
      isLost(await comeBack(client, callback, left.visit))
    }
  })

  test('the second time, even when both arrive at the same moment', async ({ client, assert }) => {
    const left = await leave(client, company)
    const callback = await passIssuer(left.to)
    const both = await Promise.all([1, 2, 3].map(() => comeBack(client, callback, left.visit)))
    assert.deepEqual(both.map((answer) => answer.status()).sort(), [302, 403, 403])
    isLost(await comeBack(client, callback, left.visit))
  })

  test('after ten minutes', async ({ client }) => {
    const left = await leave(client, company)
    const callback = await passIssuer(left.to)
    clock.travelTo(DateTime.utc().plus({ minutes: 10, seconds: 5 }))
    try {
      isLost(await comeBack(client, callback, left.visit))
    } finally {
      clock.comeBack()
    }
  })

  test('with the code of another sign-in: its PKCE verifier does not fit', async ({ client }) => {
    const [mine, theirs] = [await leave(client, company), await leave(client, company)]
    const callback = await passIssuer(mine.to)
    callback.searchParams.set('code', (await passIssuer(theirs.to)).searchParams.get('code')!)
    const answer = await comeBack(client, callback, mine.visit)
    answer.assertStatus(403)
    answer.assertSessionMissing('auth_web')
  })

  test('when the issuer says no, and its words are not shown', async ({ client, assert }) => {
    const left = await leave(client, company)
    const { state } = left.visit.sso as { state: string }
    const query = new URLSearchParams({
      state,
      error: 'access_denied',
      error_description: 'Visit evil.example',
    })
    const answer = await client.get(`/sso/callback?${query}`).withSession(left.visit).redirects(0)
    answer.assertStatus(403)
    answer.assertTextIncludes('did not let you in')
    assert.notInclude(answer.text(), 'evil.example')
    const connection = await company.inside(() => SsoConnection.firstOrFail())
    assert.equal(connection.lastFailure, 'issuer_refused')
  })
})

/** Something that speaks HTTP, but no OpenID Connect that we would accept. */
async function serve(handler: http.RequestListener) {
  const server = http.createServer(handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  privateIssuers.push(host)
  return {
    url: `http://${host}`,
    [Symbol.asyncDispose]: async () => {
      privateIssuers.splice(privateIssuers.indexOf(host), 1)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test.group('An issuer is not waited for, believed or followed', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(() => issuer.calm())

  const isUnreachable = async (client: ApiClient, url: string, said = 'could not be reached') => {
    const theirs = await makeCompany()
    await connect(theirs, url)
    const { answer } = await leave(client, theirs)
    answer.assertStatus(403)
    answer.assertTextIncludes(said)
  }

  test('at a private address that the operator has not named', async ({ client }) => {
    for (const url of [
      'https://127.0.0.1:8443/',
      'https://127.0.0.1/',
      'https://localhost/',
      'https://[::1]/',
      'https://10.0.0.1/',
      'https://169.254.169.254/',
    ])
      await isUnreachable(client, url)
    await isUnreachable(client, 'http://example.com/', 'could not be trusted')
  })

  test('when it passes discovery on to another address', async ({ client, assert }) => {
    let asked = 0
    await using inside = await serve((_, response) => {
      asked++
      response.end('{}')
    })
    await using outside = await serve((_, response) => {
      response.writeHead(302, { location: `${inside.url}/.well-known/openid-configuration` }).end()
    })
    await isUnreachable(client, outside.url, 'could not be trusted')
    assert.equal(asked, 0)
  })

  test('when its documents lead to private addresses', async ({ client, assert }) => {
    let asked = 0
    const inside = http.createServer((_, response) => {
      asked++
      response.end('{}')
    })
    inside.listen(0, '127.0.0.1')
    await once(inside, 'listening')
    const target = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`
    issuer.describe({ token_endpoint: `${target}/token`, jwks_uri: `${target}/jwks` })
    company = await makeCompany()
    await connect(company, issuer.url)
    const answer = await walk(client, company)
    answer.assertStatus(403)
    answer.assertTextIncludes('could not be reached')
    assert.equal(asked, 0)
    inside.close()
  })

  test('when its discovery document belongs to another issuer, is huge, is no JSON, or never ends', async ({
    client,
  }) => {
    const config = { issuer: 'https://accounts.example', jwks_uri: 'https://accounts.example/jwks' }
    await using other = await serve((_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(config))
    })
    await isUnreachable(client, other.url, 'could not be trusted')
    await using huge = await serve((_, response) => {
      response.setHeader('content-type', 'application/json').end(`{"x":"${'y'.repeat(2_000_000)}"}`)
    })
    await isUnreachable(client, huge.url)
    await using page = await serve((_, response) => response.end('<html></html>'))
    await isUnreachable(client, page.url, 'could not be trusted')
    await using slow = await serve((_, response) => {
      response.setHeader('content-type', 'application/json').write('{')
    })
    await isUnreachable(client, slow.url)
  }).timeout(30_000)

  test('when it publishes ten thousand keys', async ({ client }) => {
    const [jwk] = issuer.server.issuer.keys.toJSON()
    const keys = Array.from({ length: 10_000 }, (_, index) => ({ ...jwk, kid: `k${index}` }))
    issuer.server.service.addRoute('GET', '/many', (_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [...keys, jwk] }))
    })
    issuer.describe({ jwks_uri: `${issuer.url}/many` })
    company = await makeCompany()
    await connect(company, issuer.url)
    const answer = await walk(client, company)
    answer.assertStatus(403)
    answer.assertTextIncludes('could not be reached')
  })

  test('when it signs with shared secrets only, or knows no PKCE', async ({ client }) => {
    for (const change of [
      { id_token_signing_alg_values_supported: ['HS256', 'none'] },
      { code_challenge_methods_supported: ['plain'] },
    ]) {
      issuer.describe(change)
      await isUnreachable(client, issuer.url)
    }
  })
})
