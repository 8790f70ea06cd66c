import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A connection that says what it is told, byte for byte, and keeps what comes back. */
export class RawConnection {
  /** Resolves to everything that was answered, once the other side has hung up. */
  readonly closed: Promise<string>

  static async open(port: number, text: string) {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    const connection = new RawConnection(socket)
    connection.write(text)
    return connection
  }

  private constructor(private socket: Socket) {
    let said = ''
    socket.on('data', (chunk) => (said += chunk.toString('latin1')))
    socket.on('error', () => socket.destroy())
    this.closed = new Promise((resolve) => socket.on('close', () => resolve(said)))
  }

  write(text: string) {
    if (this.socket.writable) this.socket.write(text, 'latin1')
  }
}
