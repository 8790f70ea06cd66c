import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { test } from '@japa/runner'
import { privateIssuers } from '#config/single_sign_on'
import { callbackUrl } from '#app/single_sign_on/issuer'
import { makeCompany, unique } from '#tests/factories'
import { comeBack, connect, leave } from '#tests/test_issuer'

const CLIENT = { id: 'latchkey', secret: 'a secret that both sides know' }

/** A certified issuer with pages of its own, which checks what we send as strictly as we check what it says. */
async function certifiedIssuer() {
  const server = http.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(`http://${host}`, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [callbackUrl()],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: true,
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: true, name: 'Olga Certified' }),
    }),
    features: { devInteractions: { enabled: true } },
  })
  server.on('request', provider.callback())
  privateIssuers.push(host)
  return {
    url: `http://${host}`,
    stop: async () => {
      privateIssuers.splice(privateIssuers.indexOf(host), 1)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A person at the issuer's own pages: signs in, consents, and is sent back. */
async function passPages(start: string, login: string) {
  const cookies = new Map<string, string>()
  const visit = async (url: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(name, value)
    }
    return answer
  }
  let answer = await visit(start)
  let url = start
  for (let step = 0; step < 12; step++) {
    const location = answer.headers.get('location')
    if (location) {
      url = new URL(location, url).href
      if (url.startsWith(callbackUrl())) return new URL(url)
      answer = await visit(url)
    } else {
      const page = await answer.text()
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
      const body = new URLSearchParams({ prompt: prompt!, login, password: 'x' })
      answer = await visit(url, { method: 'POST', body })
    }
  }
  throw new Error(`The issuer did not send us back from ${url}`)
}

test('The honest way through a certified issuer, with PKCE; its code works once', async ({
  client,
  assert,
}) => {
  const issuer = await certifiedIssuer()
  try {
    const company = await makeCompany()
    const { domain } = await connect(company, issuer.url, {
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      roleClaim: null,
    })
    const login = `${unique('olga')}@${domain}`
    const left = await leave(client, company)
    const callback = await passPages(left.to, login)
    const answer = await comeBack(client, callback, left.visit)
    answer.assertHeader('location', company.path(''))
    answer.assertSession('reach', { vouchedFor: [company.tenant.id], isLimited: true })

    const again = await leave(client, company)
    const replayed = new URL(callback)
    replayed.searchParams.set('state', new URL(again.to).searchParams.get('state')!)
    const refused = await comeBack(client, replayed, again.visit)
    refused.assertStatus(403)
    refused.assertSessionMissing('auth_web')

    const third = await leave(client, company)
    const flow = third.visit.sso as unknown as { verifier: string }
    const wrongVerifier = { ...third.visit, sso: { ...flow, verifier: 'v'.repeat(43) } }
    const unproven = await comeBack(client, await passPages(third.to, login), wrongVerifier as never)
    unproven.assertStatus(403)

    const wrongSecret = await makeCompany()
    await connect(wrongSecret, issuer.url, { clientId: CLIENT.id, clientSecret: 'guessed', roleClaim: null })
    const fourth = await leave(client, wrongSecret)
    const denied = await comeBack(client, await passPages(fourth.to, login), fourth.visit)
    denied.assertStatus(403)
    assert.include(denied.text(), 'could not be trusted')
  } finally {
    await issuer.stop()
  }
})
