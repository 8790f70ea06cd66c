import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import type { Connection } from 'rabbitmq-client'

const corks = Object.getOwnPropertyDescriptor(Duplex.prototype, 'writableCorked')!.get!

/**
 * What a connection writes in one turn of the loop leaves in one system call: the library makes one of each message and each
 * acknowledgement, and that was more than half of what an event cost.
 */
export function gatherWrites(connection: Connection) {
  connection.on('connection', () => {
    const { _socket: socket } = connection as unknown as { _socket: Socket }
    const write = socket.write.bind(socket) as (...words: unknown[]) => boolean
    let isGathering = false
    // A corked connection is to the library one that the broker blocks.
    Object.defineProperty(socket, 'writableCorked', { get: () => corks.call(socket) - Number(isGathering) })
    socket.write = (...words: unknown[]) => {
      if (!isGathering) {
        isGathering = true
        socket.cork()
        setImmediate(() => {
          isGathering = false
          socket.uncork()
        })
      }
      return write(...words)
    }
  })
}
