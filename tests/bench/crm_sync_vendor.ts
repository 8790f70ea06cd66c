import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { HubSpotServer } from '#tests/contract/hubspot/server'
import type { Answer, Asked } from '#tests/contract/vendor_server'

export const LIMIT = { requests: 100, seconds: 10 }
export const BATCH = 100
export const LATENCY = 20

type End = { requests: number; refused: number; size: number }

/** The contract server in a process of its own, as far away and as strict as the vendor. */
export async function startSlowVendor() {
  const child = fork(fileURLToPath(import.meta.url), { execArgv: ['--import=@poppinss/ts-exec'] })
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  const stop = async () => {
    child.send('stop')
    const [end] = (await once(child, 'message')) as [End]
    child.disconnect()
    return end
  }
  return { url, stop }
}

class StrictServer extends HubSpotServer {
  #taken: number[] = []
  requests = 0
  refused = 0

  protected async before() {
    await sleep(LATENCY)
  }

  protected answer(asked: Asked): Answer {
    const now = Date.now()
    this.requests += 1
    this.#taken = this.#taken.filter((at) => at > now - LIMIT.seconds * 1000)
    if (this.#taken.length >= LIMIT.requests) {
      this.refused += 1
      return { status: 429, headers: { 'retry-after': '10' }, body: REFUSAL }
    }
    this.#taken.push(now)
    return super.answer(asked)
  }
}

const REFUSAL = {
  status: 'error',
  message: 'You have reached your ten_secondly_rolling limit.',
  category: 'RATE_LIMITS',
  correlationId: '00000000-0000-4000-8000-000000000000',
  errors: [],
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await StrictServer.start()
  server.knowKeys()
  process.send({ url: server.url })
  await once(process, 'message')
  process.send({ requests: server.requests, refused: server.refused, size: server.size } satisfies End)
  await server.stop()
}
