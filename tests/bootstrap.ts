import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import { inertiaApiClient } from '@adonisjs/inertia/plugins/api_client'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { browserClient } from '@japa/browser-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Test } from '@japa/runner/core'
import type { Config } from '@japa/runner/types'
import { chromium } from 'playwright'
import { resultFile } from '#tests/result_file'
import { openServer } from '#app/platform/http/node_server'
import { Product } from '#tests/product'
import { Untouched } from '#tests/security/untouched'
import { signedInLately } from '#tests/signed_in_lately'

const ATTACKED = ['security', 'security-long']
const BROWSED = ['browser', 'browser-long', 'security-browser', 'security-browser-long', 'screens']
const SERVED = [
  'functional',
  'functional-long',
  'security',
  'security-long',
  'security-browser',
  'security-browser-long',
  'sign-in',
  'broker',
]

export const plugins: Config['plugins'] = [
  assert(),
  pluginAdonisJS(app),
  apiClient(`http://127.0.0.1:${process.env.PORT}`),
  sessionApiClient(app),
  authApiClient(app),
  signedInLately(),
  shieldApiClient(),
  inertiaApiClient(app),
  browserClient({
    runInSuites: BROWSED,
    launcher: async (options) => {
      const browser = await chromium.launch({
        ...options,
        executablePath: process.env.CHROMIUM_PATH,
        args: process.env.CHROMIUM_FLAGS?.split(' '),
      })
      const newContext = browser.newContext.bind(browser)
      browser.newContext = (given) => newContext({ reducedMotion: 'reduce', ...given })
      return browser
    },
  }),
  resultFile(process.env.TEST_RESULT_FILE),
]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [],
  teardown: [() => Product.stopShared()],
}

export const configureSuite: Config['configureSuite'] = (suite) => {
  const untouched = ATTACKED.includes(suite.name) ? new Untouched() : undefined
  if (SERVED.includes(suite.name)) {
    suite.setup(() =>
      testUtils.httpServer().start((handle) => openServer(untouched ? untouched.guard(handle) : handle))
    )
  }
  if (untouched) suite.onGroup((group) => group.each.teardown(() => untouched.verify()))
  // A page that nobody looks at any more would go on listening to news.
  if (BROWSED.includes(suite.name)) suite.onGroup((group) => group.each.teardown(closePages))
}

async function closePages({ context }: Test) {
  await Promise.all(context.browser.contexts().map((each) => each.close()))
}
