import { parentOf } from './processes.mjs'

const ONE_REQUEST = 1000

/** Calls `stop` for every request to end: the signals, and the death of the npm that started this process. */
export function onStopRequest(stop) {
  // A Ctrl-C arrives from the terminal and, a moment later, once more from npm.
  let last = -Infinity
  const hear = () => {
    const isNew = performance.now() - last > ONE_REQUEST
    last = performance.now()
    if (isNew) stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, hear)

  // npm hands on the signals that it can catch. Where npm itself was killed, only a change of parents tells.
  if (process.env.npm_lifecycle_event) {
    const parents = ancestry()
    const watch = setInterval(() => {
      if (ancestry() !== parents) {
        clearInterval(watch)
        stop()
      }
    }, 1000).unref()
  }
}

function ancestry() {
  return `${process.ppid} ${parentOf(process.ppid)}`
}
