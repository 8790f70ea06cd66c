import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const MEGABYTE = 1_048_576
export const SIZE = 40 * MEGABYTE
/** What may be held of it at once. */
export const MOST = 30 * MEGABYTE

const PIECE = Buffer.alloc(65_536, 'x')

/** The same piece again and again, so that only what is kept of them is counted. */
export function* pieces() {
  for (let sent = 0; sent < SIZE; sent += PIECE.length) yield PIECE
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** How much more than at the beginning is held in buffers of this process, which is the server too. */
export function watchMemory() {
  const held = () => {
    collectGarbage()
    return process.memoryUsage().arrayBuffers
  }
  const before = held()
  let [seen, most] = [0, 0]
  return {
    /** Looks whenever so much more went by. */
    pass(bytes: number) {
      seen += bytes
      if (seen % (8 * MEGABYTE) < bytes) most = Math.max(most, held() - before)
    },
    get seen() {
      return seen
    },
    get most() {
      return most
    },
  }
}
