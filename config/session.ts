import env from '#start/env'
import { secureCookies } from '#config/app'
import { defineConfig } from '@adonisjs/session'
import { SessionStore } from '#app/sign_in/session_store'

const COOKIE = 'latchkey_session'

export default defineConfig({
  enabled: true,
  cookieName: COOKIE,
  clearWithBrowser: false,
  // The cookie's; how long a session itself lives is up to the store.
  age: '60d',
  cookie: { path: '/', httpOnly: true, secure: secureCookies, sameSite: 'lax' },
  store: env.get('SESSION_DRIVER') ?? 'database',
  stores: {
    database: ({ request }) => new SessionStore(request.cookie(COOKIE) !== undefined),
  },
})
