await import('reflect-metadata')
const { Ignitor, prettyPrintError } = await import('@adonisjs/core')
const { openServer } = await import('#app/platform/http/node_server')

const APP_ROOT = new URL('../', import.meta.url)

const IMPORTER = (filePath: string) => {
  if (filePath.startsWith('./') || filePath.startsWith('../')) {
    return import(new URL(filePath, APP_ROOT).href)
  }
  return import(filePath)
}

new Ignitor(APP_ROOT, { importer: IMPORTER })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', () => app.terminate())
    app.listenIf(app.managedByPm2, 'SIGINT', () => app.terminate())
  })
  .httpServer()
  .start(openServer)
  // What was opened before the failure would keep a process that serves nothing.
  .catch(async (error) => {
    const { lastWordsOn } = await import('#app/platform/failed_start')
    await lastWordsOn(error, () => prettyPrintError(error))
  })
