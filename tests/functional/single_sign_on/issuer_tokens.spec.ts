import { createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { exportSPKI, importJWK } from 'jose'
import User from '#app/identity/user'
import SsoConnection from '#app/single_sign_on/sso_connection'
import { makeCompany, unique, type Company } from '#tests/factories'
import { CLIENT_ID, connect, TestIssuer, walk } from '#tests/test_issuer'
import { receiveLead } from '#tests/lead_factories'
import { until } from '#tests/until'

const AUDIENCE = 'https://crm.example/api'
const PROGRAM = 'reporting'
const seconds = () => Math.floor(Date.now() / 1000)

let issuer: TestIssuer
let company: Company
let person: { identityId: string; sub: string }

/** Somebody of the company who has signed in through the issuer, and a token that it has written for a program of theirs. */
async function begin(client: ApiClient) {
  company = await makeCompany()
  const { address } = await connect(company, issuer.url, {
    apiAudience: AUDIENCE,
    apiClients: [PROGRAM],
    defaultRole: 'supervisor',
  })
  issuer.claims.email = address()
  const answer = await walk(client, company)
  person = { identityId: answer.session().auth_web as string, sub: issuer.claims.sub as string }
}

type Token = { header: object; payload: object }

const tokenWith = (change: (token: Token) => void = () => {}, kid?: string) =>
  issuer.accessToken((token) => {
    Object.assign(token.payload, { sub: person.sub, aud: AUDIENCE, azp: PROGRAM })
    change(token)
  }, kid)

const ask = (client: ApiClient, token: string) => client.get('/api/leads').bearerToken(token)

async function isRefused(client: ApiClient, token: string) {
  const answer = await ask(client, token)
  answer.assertStatus(401)
  answer.assertHeader('www-authenticate', 'Bearer error="invalid_token"')
  answer.assertBodyContains({ code: 'E_ACCESS_TOKEN_REFUSED' })
  return answer.body() as { detail: string }
}

test.group('A token of the company’s issuer', (group) => {
  group.setup(async () => {
    issuer = await TestIssuer.start()
    return () => issuer.stop()
  })
  group.each.setup(() => issuer.calm())

  test('opens the company for the member whom its subject is known to be, as far as their role reaches', async ({
    client,
    assert,
  }) => {
    await begin(client)
    await company.inside(() => receiveLead({ summary: 'A dripping tap' }))
    const answer = await ask(client, await tokenWith())
    answer.assertStatus(200)
    assert.include(answer.text(), 'A dripping tap')
    await company.inside(async () =>
      (await User.findByOrFail('identityId', person.identityId)).change({ role: 'associate' })
    )
    assert.notInclude((await ask(client, await tokenWith())).text(), 'A dripping tap')
  })

  const LIES: Record<string, (token: Token) => void> = {
    'another audience': ({ payload }) => Object.assign(payload, { aud: 'https://other.example' }),
    'the sign-in’s own audience': ({ payload }) => Object.assign(payload, { aud: CLIENT_ID }),
    'no audience': ({ payload }) => Object.assign(payload, { aud: undefined }),
    'another client': ({ payload }) => Object.assign(payload, { azp: 'stranger' }),
    'no client': ({ payload }) => Object.assign(payload, { azp: undefined }),
    'another issuer': ({ payload }) => Object.assign(payload, { iss: 'https://issuer.example' }),
    'a time that is over': ({ payload }) => Object.assign(payload, { exp: seconds() - 60 }),
    'no end': ({ payload }) => Object.assign(payload, { exp: undefined }),
    'a time that has not begun': ({ payload }) => Object.assign(payload, { nbf: seconds() + 90 }),
    'no subject': ({ payload }) => Object.assign(payload, { sub: undefined }),
    'a subject that nobody here has': ({ payload }) => Object.assign(payload, { sub: unique('nobody') }),
  }
  test('is refused for every lie, always in the same words', async ({ client, assert }) => {
    await begin(client)
    const said = new Set<string>()
    for (const lie of Object.values(LIES)) said.add((await isRefused(client, await tokenWith(lie))).detail)
    assert.lengthOf(said, 1)
    ;(await ask(client, await tokenWith())).assertStatus(200)
  })

  test('is refused without a signature, by HS256 with the public key, and when it was changed', async ({
    client,
  }) => {
    await begin(client)
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
    const [header, payload, signature] = (await tokenWith()).split('.')
    await isRefused(client, `${encode({ alg: 'none' })}.${payload}.${signature}`)
    const [jwk] = issuer.server.issuer.keys.toJSON()
    const key = await importJWK({ ...jwk, alg: 'RS256' }, 'RS256', { extractable: true })
    const signed = `${encode({ alg: 'HS256', kid: jwk.kid })}.${payload}`
    const secret = await exportSPKI(key as Exclude<typeof key, Uint8Array>)
    await isRefused(client, `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`)
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
    await isRefused(client, `${header}.${encode({ ...claims, more: true })}.${signature}`)
  })

  test('is taken with a key that the issuer has only just begun to use', async ({ client }) => {
    await begin(client)
    ;(await ask(client, await tokenWith())).assertStatus(200)
    const { kid } = await issuer.server.issuer.keys.generate('RS256')
    const token = await tokenWith(() => {}, kid)
    await until(async () => (await ask(client, token)).status() === 200, { what: 'the new key is asked for' })
  })

  test('is refused from the moment the member is deactivated or the connection switched off', async ({
    client,
  }) => {
    await begin(client)
    const token = await tokenWith()
    const member = () => company.inside(() => User.findByOrFail('identityId', person.identityId))
    await company.inside(async () => (await member()).deactivate())
    await isRefused(client, token)
    await company.inside(async () => (await member()).reactivate())
    ;(await ask(client, token)).assertStatus(200)
    await company.inside(async () => (await SsoConnection.firstOrFail()).merge({ isEnabled: false }).save())
    await isRefused(client, token)
  })

  test('opens neither of two companies when it could mean both', async ({ client }) => {
    await begin(client)
    const other = await makeCompany()
    const { address } = await connect(other, issuer.url, { apiAudience: AUDIENCE, apiClients: [PROGRAM] })
    const token = await tokenWith()
    ;(await ask(client, token)).assertStatus(200)
    issuer.claims.email = address()
    await walk(client, other)
    await isRefused(client, token)
  })

  test('is narrowed by scopes of ours that it names', async ({ client }) => {
    await begin(client)
    const narrow = await tokenWith(({ payload }) =>
      Object.assign(payload, { scope: 'openid customers:read' })
    )
    ;(await ask(client, narrow)).assertStatus(403)
    const wide = await tokenWith(({ payload }) => Object.assign(payload, { scope: 'openid leads:read' }))
    ;(await ask(client, wide)).assertStatus(200)
  })
})
