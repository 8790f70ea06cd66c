const LONGEST = 50

/**
 * For how many milliseconds work gathers after a step that took so long: what comes at nearly the same moment goes together,
 * since a step costs as much for one as for several. A machine on which steps take long is busy: half the time is enough for them.
 */
export function gatheringAfter(took: number, least: number) {
  return Math.min(LONGEST, Math.max(least, took))
}
