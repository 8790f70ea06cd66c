import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const SIGNED_WITH = der(0x30, oid('2a8648ce3d040302'))

/** A certificate for one name, signed by itself, as PEM, with its key. */
export function selfSigned(name: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const commonName = der(0x30, der(0x31, der(0x30, oid('550403'), der(0x0c, Buffer.from(name)))))
  const altNames = der(0x30, der(0x82, Buffer.from(name)))
  const extensions = der(
    0x30,
    der(0x30, oid('551d11'), der(0x04, altNames)),
    der(
      0x30,
      oid('551d13'),
      der(0x01, Buffer.from([0xff])),
      der(0x04, der(0x30, der(0x01, Buffer.from([0xff]))))
    )
  )
  const content = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    SIGNED_WITH,
    commonName,
    der(0x30, time(-1), time(1)),
    commonName,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions)
  )
  const signature = sign('sha256', content, privateKey)
  const whole = der(0x30, content, SIGNED_WITH, der(0x03, Buffer.from([0]), signature))
  const lines = whole
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function der(tag: number, ...parts: Buffer[]) {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function oid(hex: string) {
  return der(0x06, Buffer.from(hex, 'hex'))
}

function time(days: number) {
  const text = new Date(Date.now() + days * 86_400_000).toISOString().replace(/[-:T]/g, '').slice(2, 14)
  return der(0x17, Buffer.from(`${text}Z`))
}
