import env from '#start/env'
import proxyAddr from 'proxy-addr'
import type { ServerResponse } from 'node:http'
import { defineConfig } from '@adonisjs/core/http'
import { GUARDS } from '#app/platform/http/guards'

export const appKey = env.get('APP_KEY')
export const appUrl = env.get('APP_URL').replace(/\/$/, '')
export const secureCookies = appUrl.startsWith('https:')

/** In seconds: how long a request may take to arrive as a whole. */
export const requestTimeout = env.get('REQUEST_TIMEOUT') ?? 300

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: true,
  useAsyncLocalStorage: true,
  trustProxy: proxyAddr.compile((env.get('TRUST_PROXY') ?? 'loopback').split(',')),
  onBadUrl: (_: unknown, response: ServerResponse) =>
    response
      .writeHead(400, { ...GUARDS, 'Content-Type': 'text/plain' })
      .end('This address cannot be read: a part of it is not written as an address writes it.'),
  cookie: { path: '/', maxAge: '2h', httpOnly: true, secure: secureCookies, sameSite: 'lax' },
})
