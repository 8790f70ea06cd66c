import { createECDH, createCipheriv, hkdfSync, randomBytes } from 'node:crypto'

export type PushKeys = { p256dh: string; auth: string }

const CURVE = 'prime256v1'
const KEY_BYTES = 65
const SECRET_BYTES = 16
const RECORD_SIZE = 4096
/** Of a message before it is encrypted, so that it fits into the one record that push services take. */
export const MOST_BYTES = RECORD_SIZE - (16 + 4 + 1 + KEY_BYTES) - 16 - 1
/** Messages are filled up to a multiple, so that their length says little. */
const PADDED_TO = 256

/** Whether these are keys that a browser makes: a point of the curve and 16 bytes. */
export function areKeys({ p256dh, auth }: PushKeys) {
  try {
    const own = createECDH(CURVE)
    own.generateKeys()
    own.computeSecret(bytes(p256dh))
    return bytes(p256dh).length === KEY_BYTES && bytes(auth).length === SECRET_BYTES
  } catch {
    return false
  }
}

/** Encrypts a message for one browser (RFC 8291, one record of aes128gcm as in RFC 8188). */
export function encrypt(
  message: Buffer,
  keys: PushKeys,
  { own = newPair(), salt = randomBytes(16), isPadded = true } = {}
) {
  const [browserKey, ourKey] = [bytes(keys.p256dh), own.getPublicKey()]
  const shared = own.computeSecret(browserKey)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browserKey, ourKey])
  const secret = derive(shared, bytes(keys.auth), info, 32)
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const sealed = [cipher.update(ended(message, isPadded)), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat([salt, recordSize(), Buffer.from([KEY_BYTES]), ourKey, ...sealed])
}

function newPair() {
  const pair = createECDH(CURVE)
  pair.generateKeys()
  return pair
}

// The byte 2 ends the message of a last record; what follows is filling.
function ended(message: Buffer, isPadded: boolean) {
  const unit = isPadded ? PADDED_TO : 1
  const length = Math.min(Math.ceil((message.length + 1) / unit) * unit, MOST_BYTES + 1)
  const filled = Buffer.alloc(length)
  message.copy(filled)
  filled[message.length] = 2
  return filled
}

function recordSize() {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(RECORD_SIZE)
  return size
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length))
const bytes = (text: string) => Buffer.from(text, 'base64url')
