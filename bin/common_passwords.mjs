import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

// `node bin/common_passwords.mjs <lists…>` makes resources/passwords/common.bloom from lists with a password on each line.
const SHORTEST = 10
const BITS_EACH = 24
const HASHES = 17

const words = new Set()
for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  for (const line of text.split(/\r?\n/)) {
    const word = line.normalize('NFC').toLowerCase()
    if ([...word].length >= SHORTEST) words.add(word)
  }
}

const size = Math.ceil((words.size * BITS_EACH) / 8)
const bits = Buffer.alloc(size)
for (const word of words) {
  const digest = createHash('sha256').update(word).digest()
  const [start, step] = [digest.readUInt32LE(0), (digest.readUInt32LE(4) | 1) >>> 0]
  for (let i = 0; i < HASHES; i++) {
    const place = (start + i * step) % (size * 8)
    bits[place >> 3] |= 1 << (place & 7)
  }
}
writeFileSync(new URL('../resources/passwords/common.bloom', import.meta.url), bits)
console.log(`${words.size} passwords in ${size} bytes`)
