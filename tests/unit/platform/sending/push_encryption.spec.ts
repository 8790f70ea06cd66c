import { createECDH, randomBytes } from 'node:crypto'
import ece from 'http_ece'
import { test } from '@japa/runner'
import { areKeys, encrypt, MOST_BYTES } from '#app/platform/sending/push_encryption'

function browser() {
  const own = createECDH('prime256v1')
  own.generateKeys()
  const auth = randomBytes(16).toString('base64url')
  return {
    keys: { p256dh: own.getPublicKey('base64url'), auth },
    open: (sealed: Buffer) =>
      ece.decrypt(sealed, { version: 'aes128gcm', privateKey: own, authSecret: auth }),
  }
}

test.group('The encryption of a push message', () => {
  test('is that of the example in RFC 8291, byte for byte', ({ assert }) => {
    const own = createECDH('prime256v1')
    own.setPrivateKey(Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'))
    const message = Buffer.from('V2hlbiBJIGdyb3cgdXAsIEkgd2FudCB0byBiZSBhIHdhdGVybWVsb24', 'base64url')
    const sealed = encrypt(
      message,
      {
        p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      },
      { own, salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'), isPadded: false }
    )
    assert.equal(
      sealed.toString('base64url'),
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN'
    )
  })

  test('is opened by another implementation, whatever the length', ({ assert }) => {
    const { keys, open } = browser()
    for (const length of [0, 1, 254, 255, 256, 1000, MOST_BYTES]) {
      const message = randomBytes(length)
      const sealed = encrypt(message, keys)
      assert.isAtMost(sealed.length, 4096)
      assert.isTrue(open(sealed).equals(message), String(length))
    }
  })

  test('says little of the length, and is another one each time', ({ assert }) => {
    const { keys } = browser()
    const [short, long] = [encrypt(Buffer.from('a'), keys), encrypt(Buffer.alloc(200), keys)]
    assert.equal(short.length, long.length)
    assert.isFalse(short.equals(encrypt(Buffer.from('a'), keys)))
  })

  test('takes keys of the curve only', ({ assert }) => {
    const { keys } = browser()
    assert.isTrue(areKeys(keys))
    const off = Buffer.from(keys.p256dh, 'base64url')
    off[64] ^= 1
    for (const bad of [
      { ...keys, p256dh: off.toString('base64url') },
      { ...keys, p256dh: '' },
      { ...keys, auth: 'AAAA' },
      { ...keys, p256dh: Buffer.alloc(65).toString('base64url') },
    ])
      assert.isFalse(areKeys(bad))
  })
})
