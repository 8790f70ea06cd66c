/** How much of what a vendor allows is used, as it said last. */
export type VendorUsage = {
  used: number
  requests: number
  seconds: number
  resetsAt: string | null
  at: string
  /** Nothing is asked until there is more. */
  isSpent: boolean
}

const DAY = 86_400

export function usageInWords({ used, requests, seconds }: VendorUsage) {
  const within = seconds === DAY ? 'today' : `in ${Math.round(seconds / 3600)} hours`
  return `${used.toLocaleString('en')} of ${requests.toLocaleString('en')} requests used ${within}`
}
