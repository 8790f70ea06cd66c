import { crc32, inflateRawSync } from 'node:zlib'

const END_SIZE = 22

/** What a ZIP says it holds, read from the list at its end as other programs read it. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.subarray(-END_SIZE)
  const files = new Map<string, Buffer>()
  let at = end.readUInt32LE(16)
  for (let left = end.readUInt16LE(10); left > 0; left--) {
    const [crc, packed, size] = [16, 20, 24].map((offset) => zip.readUInt32LE(at + offset))
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const start = zip.readUInt32LE(at + 42)
    const body = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const content = inflateRawSync(zip.subarray(body, body + packed))
    if (crc32(content) !== crc || content.length !== size) throw new Error(`${name} is damaged`)
    files.set(name, content)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}
