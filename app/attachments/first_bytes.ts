import { open } from 'node:fs/promises'

/** How a file begins, read without what follows. */
export async function firstBytes(path: string, count: number) {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
