await import('reflect-metadata')
const { Ignitor, prettyPrintError } = await import('@adonisjs/core')

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
  .ace()
  .configure(async (app) => {
    const { errorHandler } = await app.container.make('ace')
    const render = errorHandler.render.bind(errorHandler)
    errorHandler.render = async (error, kernel) => {
      const { lastWordsOn } = await import('#app/platform/failed_start')
      await lastWordsOn(error, () => render(error, kernel))
    }
  })
  .handle(process.argv.splice(2))
  // What was opened before the failure would keep a process that does nothing.
  .catch(async (error) => {
    const { lastWordsOn } = await import('#app/platform/failed_start')
    await lastWordsOn(error, () => prettyPrintError(error))
  })
