const TAG = /<((?:[^<>"']|"[^<"]*"|'[^<']*')+)>/g
const VALUE = /("[^"]*"|'[^']*')/

/**
 * Whether the relations of an office file have something fetched when the file is opened. What a link leads to is fetched
 * by whoever follows it; a template, picture or frame elsewhere by opening the file. Whatever another reader could take
 * otherwise is taken for the worst: words by number, entities, and signs that are no mark-up.
 */
export function fetches(relations: string) {
  if (relations.includes('&#') || relations.replace(TAG, '').includes('<')) return true
  return [...relations.matchAll(TAG)].some(([, said]) => said.startsWith('!') || isFetched(valuesIn(said)))
}

const isFetched = (values: [name: string, value: string][]) => {
  const of = (name: string) => values.filter(([one]) => one === name).map(([, value]) => value)
  const isElsewhere = of('targetmode').some((mode) => mode.startsWith('external'))
  return isElsewhere && !(of('type').length > 0 && of('type').every((type) => type.endsWith('/hyperlink')))
}

/** The attributes of a tag, in small letters. */
function valuesIn(said: string): [name: string, value: string][] {
  const parts = said.toLowerCase().split(VALUE)
  const found: [string, string][] = []
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at - 1].replace('=', ' ').trim().split(/\s/).at(-1)!
    found.push([name, parts[at].slice(1, -1).trim()])
  }
  return found
}
