import { setTimeout as sleep } from 'node:timers/promises'
import { makePrograms } from '#tests/bench/mailed_leads'
import { UNLIMITED } from '#tests/bench/http_load'
import { summary } from '#tests/bench/latencies'
import { bootApp } from '#tests/boot'
import { Product, type ProcessName } from '#tests/product'

const ROUNDS = Number(process.env.RESTART_ROUNDS ?? 12)
const BACKGROUND = ['relay', 'worker', 'scheduler'] as const
const OFTEN = 20

/** From the start of a process that was killed: of the web process to its port and to the first lead that it takes. */
export default {
  name: 'restart',

  async run() {
    const app = await bootApp()
    const { tokens } = await makePrograms()
    const product = await Product.start({
      driver: 'rabbitmq',
      processes: ['web', ...BACKGROUND],
      env: UNLIMITED,
    })
    await firstWrite(product.url, tokens)
    const times: Record<string, number[]> = { listens: [], writes: [], relay: [], worker: [], scheduler: [] }
    for (let round = 0; round < ROUNDS; round++) {
      await product.kill('web')
      const startedAt = performance.now()
      const since = () => performance.now() - startedAt
      product.run('web')
      const listening = isUp(product.url).then(() => times.listens.push(since()))
      await firstWrite(product.url, tokens).then(() => times.writes.push(since()))
      await listening
      for (const name of BACKGROUND) times[name].push(await untilReady(product, name))
    }
    await product.stop()
    await app.terminate()
    return {
      details: Object.fromEntries(Object.entries(times).map(([what, each]) => [what, summary(each)])),
    }
  },
}

async function isUp(url: string) {
  while (!(await fetch(`${url}/health/live`).catch(() => undefined))?.ok) await sleep(OFTEN)
}

/** Each program asks again until it is answered, as its contract says. */
async function firstWrite(url: string, tokens: string[]) {
  const write = async (token: string) => {
    for (;;) {
      const answer = await fetch(`${url}/api/leads`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ contactName: 'Ann Lee', contactPhone: '303 555 0133', summary: 'Cold' }),
      }).catch(() => undefined)
      if (answer?.status === 201) return
      await sleep(OFTEN)
    }
  }
  await Promise.any(tokens.map(write))
}

async function untilReady(product: Product, name: ProcessName) {
  await product.kill(name)
  const startedAt = performance.now()
  const child = product.run(name)
  await new Promise<void>((resolve) =>
    child.stdout!.on('data', (chunk) => String(chunk).includes('is ready') && resolve())
  )
  return performance.now() - startedAt
}
