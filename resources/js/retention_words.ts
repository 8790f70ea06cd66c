/** "November 2026" */
export const monthName = (at: string) =>
  new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(at))

export function sizeInWords(bytes: number) {
  if (bytes < 1_000) return `${bytes} B`
  else if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`
  else return `${(bytes / 1_000_000).toFixed(1)} MB`
}
