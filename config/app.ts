import env from '#start/env'
import proxyAddr from 'proxy-addr'
import { defineConfig } from '@adonisjs/core/http'

export const appKey = env.get('APP_KEY')
export const appUrl = env.get('APP_URL').replace(/\/$/, '')
export const secureCookies = appUrl.startsWith('https:')

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: true,
  useAsyncLocalStorage: true,
  trustProxy: proxyAddr.compile((env.get('TRUST_PROXY') ?? 'loopback').split(',')),
  cookie: { path: '/', maxAge: '2h', httpOnly: true, secure: secureCookies, sameSite: 'lax' },
})
