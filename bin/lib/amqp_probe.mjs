import { connect, isIP } from 'node:net'
import { connect as connectSecurely } from 'node:tls'

const FRAME_END = 0xce
const METHOD = 1
const START = '10.10'
const TUNE = '10.30'
const OPEN_OK = '10.41'
const CLOSE = '10.50'

/**
 * Whether a broker at this URL lets us in: a real handshake down to the virtual host, since an open port or a
 * greeting says nothing about the password. Resolves to 'ready', 'refused' (it speaks AMQP, but not to us) or 'absent'.
 */
export function probeAmqp(url, milliseconds = 3000) {
  const broker = parse(url)
  return new Promise((resolve) => {
    const socket = broker.isSecure ? connectSecurely(broker) : connect(broker)
    let buffer = Buffer.alloc(0)
    let isAmqp = false
    const finish = (answer) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const giveUp = () => finish(isAmqp ? 'refused' : 'absent')
    const timer = setTimeout(giveUp, milliseconds)

    socket.on(broker.isSecure ? 'secureConnect' : 'connect', () =>
      socket.write(Buffer.from([...Buffer.from('AMQP'), 0, 0, 9, 1]))
    )
    socket.on('error', giveUp)
    socket.on('close', giveUp)
    socket.on('data', (chunk) => {
      buffer = Buffer.concat([buffer, chunk])
      for (let frame = readFrame(buffer); frame; frame = readFrame(buffer)) {
        buffer = buffer.subarray(frame.length)
        if (frame.method === START) {
          isAmqp = true
          socket.write(startOk(broker))
        } else if (frame.method === TUNE) {
          socket.write(Buffer.concat([tuneOk(frame.body), open(broker)]))
        } else if (frame.method === OPEN_OK) {
          finish('ready')
        } else if (frame.method === CLOSE) {
          finish('refused')
        }
      }
    })
  })
}

function parse(url) {
  const { hostname, port, username, password, pathname, protocol } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const isSecure = protocol === 'amqps:'
  return {
    host,
    servername: isIP(host) ? '' : host,
    port: Number(port) || (isSecure ? 5671 : 5672),
    isSecure,
    user: decodeURIComponent(username) || 'guest',
    password: decodeURIComponent(password) || 'guest',
    vhost: pathname.length > 1 ? decodeURIComponent(pathname.slice(1)) : '/',
  }
}

function readFrame(buffer) {
  if (buffer.length < 7) return undefined
  const length = buffer.readUInt32BE(3) + 8
  if (buffer.length < length) return undefined
  const body = buffer.subarray(7, length - 1)
  return { length, body: body.subarray(4), method: `${body.readUInt16BE(0)}.${body.readUInt16BE(2)}` }
}

function startOk({ user, password }) {
  return frame(
    10,
    11,
    longText(''),
    shortText('PLAIN'),
    longText(`\0${user}\0${password}`),
    shortText('en_US')
  )
}

function tuneOk(limits) {
  return frame(10, 31, limits.subarray(0, 8))
}

function open({ vhost }) {
  return frame(10, 40, shortText(vhost), Buffer.from([0, 0]))
}

function frame(classId, methodId, ...parts) {
  const method = Buffer.alloc(4)
  method.writeUInt16BE(classId, 0)
  method.writeUInt16BE(methodId, 2)
  const body = Buffer.concat([method, ...parts])
  const head = Buffer.alloc(7)
  head.writeUInt8(METHOD, 0)
  head.writeUInt32BE(body.length, 3)
  return Buffer.concat([head, body, Buffer.from([FRAME_END])])
}

function shortText(text) {
  const bytes = Buffer.from(text)
  return Buffer.concat([Buffer.from([bytes.length]), bytes])
}

function longText(text) {
  const bytes = Buffer.from(text)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(bytes.length)
  return Buffer.concat([size, bytes])
}
