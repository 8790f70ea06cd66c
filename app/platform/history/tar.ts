/** A file of an archive; its size is known before its bytes are. */
export type TarPart = { name: string; size: number; content: Iterable<Buffer> | AsyncIterable<Buffer> }

const BLOCK = 512
const END = Buffer.alloc(2 * BLOCK)

/**
 * Writes files into one, in the ustar form that every system opens.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */
export async function* tar(folder: string, parts: AsyncIterable<TarPart>, at = new Date()) {
  for await (const { name, size, content } of parts) {
    yield header(`${folder}/${name}`, size, at)
    let written = 0
    for await (const piece of content) {
      written += piece.length
      yield piece
    }
    if (written !== size) throw new Error(`${name} has ${written} bytes instead of ${size}`)
    yield Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)
  }
  yield END
}

function header(name: string, size: number, at: Date) {
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, start: number, length: number) =>
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, start, 'latin1')
  block.write(name, 0, 100, 'latin1')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(Math.floor(at.getTime() / 1000), 136, 12)
  block.fill(' ', 148, 156)
  block.write('0', 156, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  const sum = block.reduce((all, byte) => all + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}
