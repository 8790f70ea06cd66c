/** Travels with an export, so it stands by itself: no import of the product, no package. */
export const CHAIN_VERIFIER = `import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const file = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), 'events.ndjson')
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hex = (text) => Buffer.from(text ?? '', 'hex')

let head, count = 0, erased = 0
const erasures = new Set(), bare = []

for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
  const line = JSON.parse(text)
  const { tenantId, position, eventId, digest, link, salt, words } = line
  head ??= sha256(\`latchkey:\${tenantId}\`)
  if (position !== count + 1) fail(count + 1, 'is missing')
  if (!sha256(head, \`\${position}:\${eventId}:\`, hex(digest)).equals(hex(link))) fail(position, 'does not follow from the one before it')
  if (salt === undefined) {
    erased++
    bare.push([position, eventId])
  } else {
    if (!sha256(hex(salt), words).equals(hex(digest))) fail(position, 'does not say what it said when it was chained')
    const [, id, , , name, , , , , , , , data] = JSON.parse(words)
    if (id !== eventId) fail(position, 'speaks of another event')
    if (name === 'history.erased') data.eventIds.forEach((one) => erasures.add(one))
  }
  head = hex(link)
  count = position
}
for (const [position, eventId] of bare) if (!erasures.has(eventId)) fail(position, 'lost its salt, and no erasure names it')

console.log(\`\${count} events hold, \${erased} of them erased. Head: \${count}:\${head?.toString('hex') ?? ''}\`)

function fail(position, what) {
  console.error(\`Broken: link \${position} \${what}.\`)
  process.exit(1)
}
`
