/** Travels with an export, so it stands by itself: no import of the product, no package. */
export const CHAIN_VERIFIER = `import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { fileURLToPath } from 'node:url'

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url))
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hex = (text) => Buffer.from(text ?? '', 'hex')
async function* linesOf(input) {
  let rest = ''
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\\n')
    rest = lines.pop()
    yield* lines
  }
}

let head, count = 0, erased = 0
const archived = new Map(), erasures = new Set(), bare = []

const archives = join(folder, 'archives')
for (const name of existsSync(archives) ? readdirSync(archives) : []) {
  for await (const text of linesOf(createReadStream(join(archives, name)).pipe(createGunzip()))) {
    const { id, ...entry } = JSON.parse(text)
    archived.set(id, entry)
  }
}

const parts = readdirSync(folder).filter((name) => /^events-\\d+\\.ndjson$/.test(name)).sort()
for (const part of parts) for await (const text of linesOf(createReadStream(join(folder, part)))) {
  const line = JSON.parse(text)
  const { tenantId, position, eventId, digest, link } = line
  head ??= sha256(\`latchkey:\${tenantId}\`)
  if (position !== count + 1) fail(count + 1, 'is missing')
  if (!sha256(head, \`\${position}:\${eventId}:\`, hex(digest)).equals(hex(link)))
    fail(position, 'does not follow from the one before it')
  const said = line.archived ? archived.get(eventId) : line
  if (!said || said.digest !== digest) fail(position, 'speaks of an event that no archive has')
  if (said.salt === undefined) {
    erased++
    bare.push([position, eventId])
  } else {
    if (!sha256(hex(said.salt), said.words).equals(hex(digest))) fail(position, 'does not say what it said when it was chained')
    const [, id, , , name, , , , , , , , data] = JSON.parse(said.words)
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
