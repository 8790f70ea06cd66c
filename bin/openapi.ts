import 'reflect-metadata'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ignitor } from '@adonisjs/core'
import type { Document } from '#app/api/openapi'
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
const { describeApi } = await import('./openapi/document.js')
const { breakingChanges } = await import('./openapi/breaking.js')
const path = fileURLToPath(new URL('docs/openapi.json', ROOT))
const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Document) : undefined
const now = await describeApi(fileURLToPath(ROOT))
const changes = before && before.info.version === now.info.version ? breakingChanges(before, now) : []
if (changes.length > 0) {
  console.error(
    `This would break clients of the API:\n  ${changes.join('\n  ')}\n` +
      'Find another way, or raise VERSION in bin/openapi/document.ts and say so in docs/api.md.'
  )
} else {
  writeFileSync(path, await format(JSON.stringify(now), { ...(await resolveConfig(path)), filepath: path }))
}
await app.terminate()
process.exit(changes.length > 0 ? 1 : 0)
