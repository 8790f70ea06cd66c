import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

export type ZipEntry = { name: string; size: number; packed: number; method: number; offset: number }

const END = 0x06054b50
const ENTRY = 0x02014b50
const LONGEST_END = 22 + 65_535
const MOST_DIRECTORY = 1_048_576
const STORED = 0
const DEFLATED = 8

const inflated = promisify(inflateRaw)

/** What an archive says it holds, and small parts of it; nothing where it is none, or none that we follow. */
export class ZipDirectory {
  private constructor(
    private path: string,
    readonly entries: ZipEntry[]
  ) {}

  static async read(path: string) {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const length = Math.min(size, LONGEST_END)
      const tail = Buffer.alloc(length)
      await file.read(tail, 0, length, size - length)
      const end = lastIn(tail)
      if (end < 0) return null
      const [bytes, begin] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
      if (bytes > MOST_DIRECTORY || begin + bytes > size) return null
      const directory = Buffer.alloc(bytes)
      await file.read(directory, 0, bytes, begin)
      return new ZipDirectory(path, [...entriesIn(directory)])
    } finally {
      await file.close()
    }
  }

  has(name: string) {
    return this.entries.some((one) => one.name === name)
  }

  /** One part as text; nothing where it is larger than `most`, however small it is packed. */
  async text({ packed, method, offset }: ZipEntry, most: number) {
    if (packed > most || (method !== STORED && method !== DEFLATED)) return null
    const file = await open(this.path)
    try {
      const head = Buffer.alloc(30)
      await file.read(head, 0, 30, offset)
      const content = Buffer.alloc(packed)
      await file.read(content, 0, packed, offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28))
      const whole = method === STORED ? content : await inflated(content, { maxOutputLength: most })
      return whole.toString('utf8')
    } catch {
      return null
    } finally {
      await file.close()
    }
  }
}

function lastIn(tail: Buffer) {
  for (let at = tail.length - 22; at >= 0; at -= 1) if (tail.readUInt32LE(at) === END) return at
  return -1
}

function* entriesIn(directory: Buffer): Generator<ZipEntry> {
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY) {
    const name = directory.readUInt16LE(at + 28)
    yield {
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + name),
    }
    at += 46 + name + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
}
