import { connect, type Socket } from 'node:net'

const PATIENCE = 10_000

/**
 * Opens the line to the mail server, with each packet leaving at once: a conversation of small packets would else wait for
 * the far side's delayed acknowledgement again and again, 40 ms each time.
 */
export function openSmtpSocket({ host, port }: { host: string; port: number }) {
  const socket = connect({ host, port, noDelay: true, timeout: PATIENCE })
  return new Promise<Socket>((resolve, reject) => {
    const late = () => socket.destroy(Object.assign(new Error('Connection timeout'), { code: 'ETIMEDOUT' }))
    const failed = (error: NodeJS.ErrnoException) =>
      reject(Object.assign(error, { code: error.code === 'ETIMEDOUT' ? 'ETIMEDOUT' : 'ESOCKET' }))
    socket.once('timeout', late)
    socket.once('error', failed)
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.off('timeout', late)
      socket.off('error', failed)
      resolve(socket)
    })
  })
}
