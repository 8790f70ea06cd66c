import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CATALOGUE } from './events/catalogue.js'
import { catalogueText, formatted, schemasText } from './events/documents.js'
import { FROZEN, frozenWith, payloadsOf, type Frozen } from './events/payloads.js'
import { SCHEMAS } from './events/schemas.js'

// Freezes the payloads of new events and versions, and describes them; part of `npm run generate`. What is frozen never changes.
const root = fileURLToPath(new URL('../', import.meta.url))
const before: Frozen = existsSync(root + FROZEN) ? JSON.parse(readFileSync(root + FROZEN, 'utf8')) : {}
const frozen = frozenWith(before, payloadsOf(root))
writeFileSync(root + FROZEN, await formatted(root, FROZEN, JSON.stringify(frozen)))
writeFileSync(root + SCHEMAS, await schemasText(root, frozen))
writeFileSync(root + CATALOGUE, await catalogueText(root, frozen))
