const NO_LONGER_THERE = 'Something that the event is about no longer exists.'
const BUSY = 'The database was busy with the same records for too long.'

const WORDS: [RegExp, string][] = [
  [/^Its consumer died/, 'The program that worked on it ended in the middle, again and again.'],
  [/^E_POISON: The history has no event/, 'The event is no longer in the history.'],
  [/^E_ROW_NOT_FOUND|^23503\b/, NO_LONGER_THERE],
  [/^23505\b/, 'It would have made something a second time that may exist only once.'],
  [/^(23502|23514|22\w{3})\b/, 'A value does not fit the place that it belongs to.'],
  [/^(40001|40P01|55P03|57014)\b/, BUSY],
  [/timed? ?out|ETIMEDOUT/i, 'Something that it had to wait for did not answer in time.'],
]
const POISON = /^E_POISON: /

/** Why something failed, for people who do not know the program. */
export function inPlainWords(cause: string) {
  const [, words] = WORDS.find(([pattern]) => pattern.test(cause)) ?? []
  const said = POISON.test(cause) ? cause.replace(POISON, '') : 'An error that nobody foresaw.'
  return words ?? said
}
