import { bootApp } from '#tests/boot'

// Takes events of a queue, says so, and never finishes: somebody to kill.
const [prefix, queue] = process.argv.slice(2)
await bootApp()
const { openBus } = await import('#app/platform/bus/open_bus')

const bus = await openBus({ prefix })
await bus.consume(queue, { subscribes: [], concurrency: 8 }, async ({ id }) => {
  process.send!({ held: id })
  await new Promise(() => {})
})
