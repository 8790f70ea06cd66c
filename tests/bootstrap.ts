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
import type { Config } from '@japa/runner/types'
import { chromium } from 'playwright'
import { resultFile } from '#tests/result_file'
import { openServer } from '#app/platform/http/node_server'
import { Untouched } from '#tests/security/untouched'
import { signedInLately } from '#tests/signed_in_lately'

const ATTACKED = ['security', 'security-long']
const SERVED = [
  'functional',
  'functional-long',
  'security',
  'security-long',
  'security-browser',
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
    runInSuites: ['browser', 'security-browser', 'screens'],
    launcher: (options) =>
      chromium.launch({
        ...options,
        executablePath: process.env.CHROMIUM_PATH,
        args: process.env.CHROMIUM_FLAGS?.split(' '),
      }),
  }),
  resultFile(process.env.TEST_RESULT_FILE),
]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = { setup: [], teardown: [] }

export const configureSuite: Config['configureSuite'] = (suite) => {
  const untouched = ATTACKED.includes(suite.name) ? new Untouched() : undefined
  if (SERVED.includes(suite.name)) {
    suite.setup(() =>
      testUtils.httpServer().start((handle) => openServer(untouched ? untouched.guard(handle) : handle))
    )
  }
  if (untouched) suite.onGroup((group) => group.each.teardown(() => untouched.verify()))
}
