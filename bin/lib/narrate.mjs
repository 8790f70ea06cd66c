const SPEAKS_AFTER = 1000
const REPEATS_AFTER = 15_000

/** Says what is being done when it takes long enough for somebody to wonder, and how long it took. */
export async function narrate(label, work) {
  const start = Date.now()
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`
  let hasSpoken = false
  const first = setTimeout(() => {
    hasSpoken = true
    say(`${label} …`)
  }, SPEAKS_AFTER)
  const repeat = setInterval(() => say(`${label} … ${seconds()}`), REPEATS_AFTER)
  try {
    const result = await work()
    if (hasSpoken) say(`${label}: done in ${seconds()}`)
    return result
  } finally {
    clearTimeout(first)
    clearInterval(repeat)
  }
}

export function say(line) {
  console.log(line)
}
