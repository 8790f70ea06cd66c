const LONGEST = 40

/** The word that somebody has most likely meant; null when none is near. */
export function nearest(word: string, known: readonly string[]) {
  const asked = word.toLowerCase().slice(0, LONGEST)
  const limit = Math.max(2, Math.floor(asked.length / 2))
  const ranked = known
    .map((one) => ({ one, distance: editsBetween(asked, one) }))
    .sort((a, b) => a.distance - b.distance)
  return ranked.length > 0 && ranked[0].distance <= limit ? ranked[0].one : null
}

function editsBetween(one: string, other: string) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let left = 1; left <= one.length; left++) {
    const next = [left]
    for (let right = 1; right <= other.length; right++) {
      const swap = row[right - 1] + (one[left - 1] === other[right - 1] ? 0 : 1)
      next.push(Math.min(swap, row[right] + 1, next[right - 1] + 1))
    }
    row = next
  }
  return row[other.length]
}
