import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack, type Pack } from 'tar-stream'

/** A file of an archive; its size is known before its bytes are. */
export type TarPart = { name: string; size: number; content: Iterable<Buffer> | AsyncIterable<Buffer> }

/** Writes files into one, each as it comes. */
export function tar(folder: string, parts: AsyncIterable<TarPart>): Readable {
  const archive = pack()
  fill(archive, folder, parts).then(
    () => archive.finalize(),
    (error: Error) => archive.destroy(error)
  )
  return Readable.from(archive, { objectMode: false })
}

async function fill(archive: Pack, folder: string, parts: AsyncIterable<TarPart>) {
  for await (const { name, size, content } of parts)
    await pipeline(Readable.from(content), archive.entry({ name: `${folder}/${name}`, size, mode: 0o600 }))
}
