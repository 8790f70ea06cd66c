import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'

// Of the sources, or of the build (tests/from_build.mjs).
const APP_ROOT = new URL('../', import.meta.resolve('#start/env'))

/** The application without a server or a command, for processes that tests start and kill. */
export async function bootApp() {
  const ignitor = new Ignitor(APP_ROOT, {
    importer: (path) => import(path.startsWith('.') ? new URL(path, APP_ROOT).href : path),
  })
  const app = ignitor.createApp('console')
  app.booting(async () => {
    await import('#start/env')
  })
  await app.init()
  await app.boot()
  await app.start(() => {})
  return app
}
