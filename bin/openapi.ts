import 'reflect-metadata'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ignitor } from '@adonisjs/core'
import { format, resolveConfig } from 'prettier'

// Makes docs/openapi.json; part of `npm run generate`.
const ROOT = new URL('../', import.meta.url)
const ignitor = new Ignitor(ROOT, {
  importer: (path) => import(path.startsWith('.') ? new URL(path, ROOT).href : path),
})
const app = ignitor.createApp('console')
app.booting(async () => {
  await import('#start/env')
})
await app.init()
await app.boot()
await app.start(() => {})
const { default: router } = await import('@adonisjs/core/services/router')
router.commit()
const { describeApi } = await import('./openapi/document.js')
const path = fileURLToPath(new URL('docs/openapi.json', ROOT))
const text = JSON.stringify(await describeApi(fileURLToPath(ROOT)))
writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }))
await app.terminate()
process.exit(0)
