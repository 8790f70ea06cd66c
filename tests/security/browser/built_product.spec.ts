import { test } from '@japa/runner'
import { Product } from '#tests/product'
import { send } from '#tests/security/plain_browser'

/** Where the files of the product are served as they are installed, without the tools that serve them in development. */
test.group('The built product', (group) => {
  let product: Product
  let port: number

  group.setup(async () => {
    product = await Product.start({
      driver: 'embedded',
      processes: ['web'],
      env: { APP_URL: 'https://crm.example.com' },
    })
    port = Number(new URL(product.url).port)
    return () => product.stop()
  })

  test('leads out of no folder', async ({ assert }) => {
    const roots = [
      '/',
      '/assets/',
      '/uploads/',
      '/logos/',
      '/logos/brightwater/',
      '/q/',
      '/s/',
      '/api/',
      '/build/',
    ]
    const climbs = [
      '../../../../etc/passwd',
      '..%2f..%2f..%2f..%2fetc%2fpasswd',
      '..%252f..%252f..%252fetc%252fpasswd',
      '....//....//....//etc/passwd',
      '..\\..\\..\\etc\\passwd',
      '..%5c..%5c..%5cetc%5cpasswd',
      '%2e%2e/%2e%2e/%2e%2e/package.json',
      '..%c0%af..%c0%afpackage.json',
      '../package.json',
      '../.env',
      '.env',
      '.git/config',
      '%00../package.json',
      '/etc/passwd',
      'file:///etc/passwd',
      '..;/package.json',
      './../../package.json%00.png',
    ]
    for (const root of roots) {
      for (const climb of climbs) {
        const answer = await send(root + climb, { port })
        assert.isBelow(answer.status, 500, root + climb)
        assert.notMatch(answer.body, /root:x:0|"devDependencies"|APP_KEY|\[core\]/, root + climb)
      }
    }
  })

  test('behind https gives out cookies for https only, and asks browsers to stay there', async ({
    assert,
  }) => {
    const answer = await send('/login', { port, headers: { 'x-forwarded-proto': 'https' } })
    assert.equal(answer.status, 200)
    assert.isAbove(answer.cookies.length, 0)
    for (const cookie of answer.cookies) assert.match(cookie, /; *secure/i)
    assert.match(String(answer.headers['strict-transport-security']), /max-age=\d{7,}/)
  })
})
