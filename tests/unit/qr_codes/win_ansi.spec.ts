import { test } from '@japa/runner'
import { toWinAnsi } from '#app/qr_codes/win_ansi'

const shown = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(toWinAnsi(text), 'latin1'))

test.group('Words in the letters of the standard fonts', () => {
  test('western European names stay as they are', ({ assert }) => {
    for (const name of ['Müller & Söhne', 'Café “Été” – 24 €', 'Ærø Vand', 'O’Neill’s']) {
      assert.equal(shown(name), name)
    }
  })

  test('accents written as separate characters are joined to their letter', ({ assert }) => {
    assert.equal(shown('Mu\u0308ller'), 'Müller')
  })

  test('other Latin letters lose the accent that the font lacks', ({ assert }) => {
    assert.equal(shown('Łódź Ogrzewanie'), 'Lódz Ogrzewanie')
    assert.equal(shown('Đặng Nước'), 'Dang Nuoc')
  })

  test('Cyrillic and Greek names are spelled with Latin letters', ({ assert }) => {
    assert.equal(shown('Сантехник Плюс'), 'Santehnik Plyus')
    assert.match(shown('Υδραυλικός'), /^[A-Za-z]+$/)
  })

  test('a name in another script is left out rather than printed in part', ({ assert }) => {
    for (const name of ['東京サービス Co', 'خدمة', 'שירות']) assert.equal(shown(name), '')
  })

  test('signs without a letter disappear, and line breaks become spaces', ({ assert }) => {
    assert.equal(shown('Fix 🔧 it\nnow\u0007'), 'Fix it now')
  })
})
