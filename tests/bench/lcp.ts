import { chromium, type Browser } from 'playwright'
import { median } from '#tests/bench/rounds'
import { Product } from '#tests/product'
import { bootApp } from '#tests/boot'

const ROUNDS = 5
const PHONE = { width: 360, height: 740 }
const LIMIT = 2500
const SLOWDOWN = 4
/** A slow 4G connection, in milliseconds and bytes per second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 }

/** The largest paint of the public pages on a slow phone with nothing kept from before, against two and a half seconds. */
export default {
  name: 'lcp',
  goal: 1,

  async run() {
    const app = await bootApp()
    const pages = await publicPages()
    const product = await Product.start({ driver: 'embedded', processes: ['web'] })
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH,
      args: process.env.CHROMIUM_FLAGS?.split(' '),
    })
    try {
      const milliseconds: Record<string, number[]> = {}
      for (const [name, path] of Object.entries(pages)) {
        milliseconds[name] = []
        for (let round = 0; round < ROUNDS; round++)
          milliseconds[name].push(await largestPaint(browser, product.url + path))
      }
      const slowest = Math.max(...Object.values(milliseconds).map(median))
      return { ratio: LIMIT / slowest, details: { limit: LIMIT, milliseconds } }
    } finally {
      await browser.close()
      await product.stop()
      await app.terminate()
    }
  },
}

async function publicPages() {
  const { makeSticker } = await import('#tests/functional/requests/setting')
  const { receiveLead } = await import('#tests/lead_factories')
  const { default: LinkToken } = await import('#app/identity/link_token')
  const { inside, path, blank } = await makeSticker()
  return inside(async () => {
    const secret = await LinkToken.mint({ kind: 'lead_status', subjectId: (await receiveLead()).id })
    return { form: path, 'blank code': `/q/${blank.token}`, status: `/s/${secret}` }
  })
}

async function largestPaint(browser: Browser, url: string) {
  const context = await browser.newContext({ viewport: PHONE })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.goto(url, { waitUntil: 'networkidle' })
  const paint = await page.evaluate<number>(`new Promise((resolve) =>
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
      .observe({ type: 'largest-contentful-paint', buffered: true }))`)
  await context.close()
  return Math.round(paint)
}
