import 'reflect-metadata'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ignitor } from '@adonisjs/core'

const root = pathToFileURL(`${process.env.PRODUCT_BUILD}/`)

/** A module of the build. */
export const fromBuild = <Module>(path: string): Promise<Module> =>
  import(pathToFileURL(join(process.env.PRODUCT_BUILD!, `${path}.js`)).href)

/** The build's application in this process, without a command. */
export async function startBuild() {
  const ignitor = new Ignitor(root, {
    importer: (path) => import(path.startsWith('.') ? new URL(path, root).href : path),
  })
  const app = ignitor.createApp('console')
  app.booting(async () => {
    await fromBuild('start/env')
  })
  await app.init()
  await app.boot()
  await app.start(() => {})
  return app
}
