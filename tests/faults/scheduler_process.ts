import { bootApp } from '#tests/boot'

// A scheduler of the product with a timer whose effects can be counted: somebody to kill.
const [name, habit] = process.argv.slice(2)
const app = await bootApp()
const { nextReference } = await import('#app/platform/database/number_series')
const { Scheduler } = await import('#app/platform/timers/scheduler')
const { Timer } = await import('#app/platform/timers/timers')

class ProbeTimer extends Timer<{ number: number | null }> {
  static timer = name

  async handle({ number }: { number: number | null }, { due }: { due: { toMillis(): number } }) {
    if (habit === 'hangs') await new Promise(() => {})
    await nextReference(number === null ? `recurred ${due.toMillis()}` : `effect ${number}`)
  }
}

const scheduler = new Scheduler({ concurrency: 8, stopTimeout: 5000 })
await scheduler.start({ [name]: async () => ({ default: ProbeTimer }) })
app.terminating(() => scheduler.stop())
process.once('SIGTERM', () => void app.terminate().then(() => process.exit()))
process.send!({ started: true })
