import { test } from '@japa/runner'
import { ALPHABET, readSymbols } from '#app/qr_codes/crockford'
import { phraseOf } from '#app/qr_codes/qr_phrase'
import { newToken, readToken, urlOf } from '#app/qr_codes/qr_token'
import { grouped, isMistyped, newShortCode } from '#app/qr_codes/short_code'
import { readTypedCode } from '#app/qr_codes/typed_code'

test.group('Short code', () => {
  test('passes its own check, and no code with one wrong character does', ({ assert }) => {
    for (let round = 0; round < 20; round++) {
      const code = newShortCode()
      assert.isFalse(isMistyped(code))
      for (let place = 0; place < code.length; place++) {
        for (const symbol of ALPHABET.replace(code[place], '')) {
          assert.isTrue(isMistyped(code.slice(0, place) + symbol + code.slice(place + 1)))
        }
      }
    }
  })

  test('does not pass with two characters swapped', ({ assert }) => {
    for (let round = 0; round < 200; round++) {
      const code = [...newShortCode()]
      for (let place = 1; place < code.length; place++) {
        const swapped = [...code]
        ;[swapped[place - 1], swapped[place]] = [code[place], code[place - 1]]
        assert.equal(isMistyped(swapped.join('')), code[place] !== code[place - 1])
      }
    }
  })

  test('is shown in two groups and read in any spelling', ({ assert }) => {
    assert.equal(grouped('K7Q29F4M'), 'K7Q2-9F4M')
    assert.equal(readSymbols(' k7q2 - 9f4m '), 'K7Q29F4M')
    assert.equal(readSymbols('oO1lI-0'), '001110')
    assert.isNull(readSymbols('K7U2'))
    assert.isNull(readSymbols(''))
  })
})

test.group('Typed code', () => {
  const token = newToken()
  const shortCode = newShortCode()

  test('is a short code in any spelling', ({ assert }) => {
    for (const typed of [
      shortCode,
      grouped(shortCode),
      ` ${grouped(shortCode).toLowerCase()} `,
      [...shortCode].join(' '),
    ]) {
      assert.deepEqual(readTypedCode(typed), { shortCode })
    }
  })

  test('is a pasted link, in any case, on any host, with anything behind it', ({ assert }) => {
    for (const typed of [
      urlOf(token, 'https://crm.example.com'),
      urlOf(token, 'http://old-host.example').toLowerCase(),
      `https://crm.example.com/q/${token}?utm_source=x#top`,
      token.toLowerCase(),
    ]) {
      assert.deepEqual(readTypedCode(typed), { token })
    }
  })

  test('says when a character is wrong, and when it is no code at all', ({ assert }) => {
    const wrong = (shortCode[0] === 'A' ? 'B' : 'A') + shortCode.slice(1)
    assert.throws(() => readTypedCode(wrong), /One of these characters is wrong/)
    for (const typed of ['', 'hello', 'https://example.com/', 'K7Q2', `${shortCode}9`]) {
      assert.throws(() => readTypedCode(typed), /Type the 8 characters/)
    }
  })
})

test.group('Token', () => {
  test('fits the alphanumeric mode of a QR code with its whole address', ({ assert }) => {
    assert.match(
      urlOf(newToken(), 'https://crm.example.com:8443'),
      /^HTTPS:\/\/CRM\.EXAMPLE\.COM:8443\/Q\/[0-9A-Z]{26}$/
    )
  })

  test('is read in any case, and only whole', ({ assert }) => {
    const token = newToken()
    assert.equal(readToken(token.toLowerCase()), token)
    assert.isNull(readToken(token.slice(1)))
    assert.isNull(readToken('../../etc/passwd'))
  })

  test('always has the same phrase of two words', ({ assert }) => {
    const token = newToken()
    assert.equal(phraseOf(token), phraseOf(token))
    assert.match(phraseOf(token), /^[a-z]+ [a-z]+$/)
    assert.isAbove(new Set(Array.from({ length: 500 }, () => phraseOf(newToken()))).size, 400)
  })
})
