import { crc32, deflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const UTF8_NAMES = 0x0800
const DEFLATED = 8

type Entry = { name: Buffer; facts: Buffer; offset: number }

/** A ZIP file in the order it is sent. Of what was sent it keeps names and sizes only, for the list at its end. */
export class ZipWriter {
  private entries: Entry[] = []
  private written = 0
  private stamp: Buffer

  constructor(at: Date) {
    this.stamp = Buffer.alloc(4)
    this.stamp.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1))
    const years = at.getUTCFullYear() - 1980
    this.stamp.writeUInt16LE((years << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), 2)
  }

  file(fileName: string, content: Buffer): Buffer {
    const name = Buffer.from(fileName)
    const packed = deflateRawSync(content)
    const facts = Buffer.concat([
      words(VERSION, UTF8_NAMES, DEFLATED),
      this.stamp,
      numbers(crc32(content), packed.length, content.length),
      words(name.length, 0),
    ])
    this.entries.push({ name, facts, offset: this.written })
    return this.emit(Buffer.concat([numbers(LOCAL), facts, name, packed]))
  }

  end(): Buffer {
    const offset = this.written
    const list = Buffer.concat(
      this.entries.map((entry) =>
        Buffer.concat([
          numbers(CENTRAL),
          words(VERSION),
          entry.facts,
          words(0, 0, 0),
          numbers(0, entry.offset),
          entry.name,
        ])
      )
    )
    const count = this.entries.length
    const tail = [words(0, 0, count, count), numbers(list.length, offset), words(0)]
    return Buffer.concat([list, numbers(END), ...tail])
  }

  private emit(chunk: Buffer) {
    this.written += chunk.length
    return chunk
  }
}

function words(...values: number[]) {
  const bytes = Buffer.alloc(2 * values.length)
  values.forEach((value, index) => bytes.writeUInt16LE(value, 2 * index))
  return bytes
}

function numbers(...values: number[]) {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, index) => bytes.writeUInt32LE(value, 4 * index))
  return bytes
}
