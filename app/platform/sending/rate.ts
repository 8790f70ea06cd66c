const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400 }

/** "10/second", "600/minute", "50000/day". */
export function rateOf(text: string | undefined) {
  const [, count, unit] = /^(\d+)\/(second|minute|hour|day)$/.exec(text ?? '') ?? []
  return count ? { text: text!, perSecond: Number(count) / SECONDS[unit as keyof typeof SECONDS] } : null
}
