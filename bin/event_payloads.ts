import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { FROZEN, frozenWith, payloadsOf, type Frozen } from './events/payloads.js'

// Freezes the payloads of new events and versions; part of `npm run generate`. What is frozen never changes.
const root = fileURLToPath(new URL('../', import.meta.url))
const path = `${root}${FROZEN}`
const before: Frozen = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
const text = JSON.stringify(frozenWith(before, payloadsOf(root)))
writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }))
