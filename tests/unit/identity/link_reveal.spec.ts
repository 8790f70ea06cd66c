import { test } from '@japa/runner'
import { revealsLinks } from '#app/identity/link_reveal'

test.group('Secret links on the screen', () => {
  test('are for a machine of one’s own, without mail', ({ assert }) => {
    for (const appUrl of [
      'http://localhost:3333',
      'http://127.0.0.1:8080',
      'http://127.3.2.1',
      'http://[::1]:3333',
    ]) {
      assert.isTrue(revealsLinks({ appUrl, hasMailServer: false }), appUrl)
      assert.isFalse(revealsLinks({ appUrl, hasMailServer: true }), appUrl)
    }
  })

  test('are not for an address that others can reach', ({ assert }) => {
    for (const appUrl of [
      'https://crm.example.com',
      'http://localhost.example.com',
      'http://10.0.0.7:3333',
      'http://127.0.0.1.nip.example',
    ]) {
      assert.isFalse(revealsLinks({ appUrl, hasMailServer: false }), appUrl)
    }
  })
})
