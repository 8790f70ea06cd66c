import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'

const HASHES = 17

let bits: Promise<Buffer> | undefined

/** Whether the password stands in the lists of passwords that were stolen and published. No request leaves the host. */
export async function isCommonPassword(password: string) {
  bits ??= readFile(app.makePath('resources/passwords/common.bloom'))
  const filter = await bits
  const digest = createHash('sha256').update(password.normalize('NFC').toLowerCase()).digest()
  const [start, step] = [digest.readUInt32LE(0), (digest.readUInt32LE(4) | 1) >>> 0]
  const isSet = (_: unknown, i: number) => {
    const place = (start + i * step) % (filter.length * 8)
    return (filter[place >> 3] & (1 << (place & 7))) !== 0
  }
  return Array.from({ length: HASHES }, isSet).every(Boolean)
}
