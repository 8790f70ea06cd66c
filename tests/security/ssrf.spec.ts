import { createServer } from 'node:net'
import { test } from '@japa/runner'
import { safeFetch } from '#app/platform/outbound/safe_http'
import Issuer from '#app/single_sign_on/issuer'
import { newWebhookSecret } from '#app/webhooks/webhook_signature'
import { postWebhook, whyNotCalled } from '#app/webhooks/webhook_post'
import { columns } from '#tests/security/surface'

/** Every column that holds a web address, and what calls it. A new one says here who calls it, and is attacked below. */
const ADDRESSES: Record<string, string> = {
  'tenants.website': 'nobody: a link for people',
  'qr_batches.host': 'nobody: printed',
  'qr_printings.host': 'nobody: printed',
  'lead_flows.redirect_url': 'nobody: where a browser is sent on, to a site of the company',
  'deliveries.url': 'nobody: where a notification of the browser leads',
  'webhook_endpoints.url': 'postWebhook, attacked below',
  'sso_connections.issuer': 'Issuer.discover, attacked below',
}

const PUBLIC = [{ address: '93.184.216.34', family: 4 }]
const LOOPBACK = [127, 0, 0, 1]
const INSIDE = [
  [127, 0, 0, 1],
  [127, 1, 2, 3],
  [0, 0, 0, 0],
  [10, 0, 0, 1],
  [172, 16, 0, 1],
  [192, 168, 1, 1],
  [169, 254, 169, 254],
  [100, 100, 100, 200],
]

const hex = (bytes: number[]) => bytes.map((one) => one.toString(16).padStart(2, '0')).join('')
const whole = (bytes: number[]) => bytes.reduce((sum, one) => sum * 256 + one, 0)
const pair = ([a, b, c, d]: number[]) => `${hex([a, b])}:${hex([c, d])}`

function spellingsOf(bytes: number[]) {
  const [a, b, c, d] = bytes
  const octal = (one: number) => `0${one.toString(8)}`
  const dotted = bytes.join('.')
  const [even, v6] = [whole(bytes), pair(bytes)]
  return [
    dotted,
    `${dotted}.`,
    bytes.map(octal).join('.'),
    bytes.map((one) => `0x${one.toString(16)}`).join('.'),
    bytes.map((one) => `0X${one.toString(16).toUpperCase()}`).join('.'),
    bytes.map((one) => `00000${one.toString(8)}`).join('.'),
    `${octal(a)}.${b}.0x${c.toString(16)}.${d}`,
    `${a}.${b}.${c * 256 + d}`,
    `${a}.${b * 65536 + c * 256 + d}`,
    `0x${a.toString(16)}.${b * 65536 + c * 256 + d}`,
    String(even),
    `0x${hex(bytes)}`,
    `0x00000000${hex(bytes)}`,
    `0${even.toString(8)}`,
    dotted.replaceAll('.', '。'),
    dotted.replaceAll('.', '．'),
    dotted.replaceAll('.', '｡'),
    dotted.replaceAll('.', '%2e'),
    dotted.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    dotted.replace(/[1-9]/g, (digit) => String.fromCodePoint(0x2460 + Number(digit) - 1)),
    dotted.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
    dotted.replace(/\d/, (digit) => `%3${digit}`),
    `[::ffff:${dotted}]`,
    `[::ffff:${v6}]`,
    `[0:0:0:0:0:ffff:${v6}]`,
    `[::${dotted}]`,
    `[::ffff:0:${dotted}]`,
    `[64:ff9b::${dotted}]`,
    `[64:ff9b:1::${v6}]`,
    `[2002:${v6}::1]`,
    `[2001:0:${v6}::1]`,
    `[2001:0:4136:e378:8000:63bf:${pair(bytes.map((one) => 255 - one))}]`,
  ]
}

const NAMES = [
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fd20:ce::254]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[3fff::1]',
  'localhost',
  'LOCALHOST.',
  'localhost.localdomain',
  'foo.localhost',
  'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
  'metadata.google.internal',
  'kubernetes.default.svc',
]

const hosts = [...INSIDE.flatMap(spellingsOf), ...NAMES]
/** Each host in every dress: with and without a port, a name before it, a scheme that is no web. */
const spellings = (port: number) => [
  ...hosts.flatMap((host) => [
    `https://${host}:${port}/`,
    `http://${host}:${port}/x?y=1#z`,
    `https://${host}/`,
  ]),
  ...hosts
    .slice(0, 32)
    .flatMap((host) => [
      `https://example.com@${host}:${port}/`,
      `https://example.com:443@${host}:${port}/`,
      `https:\\\\${host}:${port}\\`,
      `https:${host}:${port}`,
      `//${host}:${port}/`,
      `\thttps://${host}:${port}/`,
      `https://${host}:${port}\\@example.com/`,
      `gopher://${host}:${port}/_x`,
      `ftp://${host}:${port}/`,
    ]),
]

test.group('Requests into the private network', (group) => {
  let connections = 0
  let port: number
  const canary = createServer((socket) => {
    connections++
    socket.destroy()
  })

  group.setup(async () => {
    await new Promise<void>((resolve) => canary.listen(0, resolve))
    port = (canary.address() as { port: number }).port
    return () => new Promise<void>((resolve) => canary.close(() => resolve()))
  })

  test('every column with a web address says who calls it', async ({ assert }) => {
    const found = (await columns())
      .filter(({ column }) =>
        /(url|uri|website|host|issuer|endpoint|webhook|address_of|origin)$/.test(column)
      )
      .map(({ table, column }) => `${table}.${column}`)
    assert.deepEqual(
      found.filter((one) => !(one in ADDRESSES)),
      [],
      'add it to ADDRESSES, and attack its caller'
    )
  })

  test('are made by no spelling of an address', async ({ assert }) => {
    const all = spellings(port)
    assert.isAbove(new Set(all).size, 500)
    const resolve = async () => LOOPBACK_ADDRESS
    for (const url of all) {
      for (const options of [
        { anyPort: true, allowHttp: true, resolve },
        { anyPort: true, resolve },
      ]) {
        const error = await safeFetch(url, {}, options).then(
          () => undefined,
          (reason) => reason
        )
        assert.match(String(error?.code), /^E_OUTGOING_(PRIVATE_ADDRESS|ADDRESS_REFUSED)$/, url)
      }
    }
    assert.equal(connections, 0)
  })

  test('are made by no name whose address changes between two looks', async ({ assert }) => {
    for (const first of [PUBLIC.concat(LOOPBACK_ADDRESS), LOOPBACK_ADDRESS]) {
      let asked = 0
      const resolve = async () => (asked++ === 0 ? first : PUBLIC)
      const work = safeFetch(`https://rebound.test:${port}/`, {}, { anyPort: true, resolve })
      assert.equal(await work.catch(({ code }) => code), 'E_OUTGOING_PRIVATE_ADDRESS')
      assert.equal(asked, 1)
    }
    assert.equal(connections, 0)
  })

  test('are made by no issuer that a company names', async ({ assert }) => {
    for (const url of spellings(port).filter((one) => one.includes(String(port)))) {
      const found = await Issuer.discover(url).then(
        () => 'found',
        () => 'refused'
      )
      assert.equal(found, 'refused', url)
    }
    assert.equal(connections, 0)
  })

  test('are made by no webhook whose address a company names, even past the check of the form', async ({
    assert,
  }) => {
    const secrets = [newWebhookSecret()]
    for (const url of spellings(port).filter((one) => one.includes(String(port)))) {
      const { isTaken, status, code } = await postWebhook({ url, id: 'one', payload: '{}', secrets })
      assert.deepEqual({ isTaken, status }, { isTaken: false, status: null }, url)
      assert.match(code!, /^E_OUTGOING_/, url)
    }
    for (const host of INSIDE.map((bytes) => bytes.join('.')))
      assert.match((await whyNotCalled(`https://${host}/`))!, /private network/, host)
    assert.equal(connections, 0)
  })
})

const LOOPBACK_ADDRESS = [{ address: LOOPBACK.join('.'), family: 4 }]
