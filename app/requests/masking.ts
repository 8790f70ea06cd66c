const HIDDEN = '•••'
const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Enough to recognise oneself by, too little to learn who lives here: "A••• S•••". */
export function maskName(name: string) {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 3)
    .map((word) => `${firstLetter(word)}${HIDDEN}`)
    .join(' ')
}

/** The street without its house number: "Maple St •••". */
export function maskStreet(street: string | null) {
  const words = (street ?? '').split(/\s+/).filter((word) => word && !/\d/.test(word))
  return words.length ? `${words.join(' ')} ${HIDDEN}` : null
}

function firstLetter(word: string) {
  const [first] = LETTERS.segment(word)
  return first.segment.toLocaleUpperCase()
}
