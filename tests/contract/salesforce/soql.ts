type Row = Record<string, string | null>
type Test = (row: Row) => boolean
type Token = { kind: 'word' | 'text' | 'sign'; value: string }
export type Query = { fields: string[]; from: string; where: Test; order: string[]; limit: number }

const TOKEN = /\s*(?:'((?:[^'\\]|\\.)*)'|(\d{4}-[\d:.TZ-]+|[A-Za-z_][\w.]*|\d+)|(>=|[(),=>]))/y

/** As much of SOQL as the adapter speaks, read by its published grammar: whatever else it says is an error. */
export function parse(soql: string): Query {
  const tokens = tokensOf(soql)
  let at = 0
  const take = (value?: string) => {
    const token = tokens[at++]
    if (!token || (value && token.value.toUpperCase() !== value))
      throw new Error(`unexpected token: ${token?.value}`)
    return token
  }
  const isNext = (value: string) => tokens[at]?.kind !== 'text' && tokens[at]?.value.toUpperCase() === value
  const list = () => {
    const names = [take().value]
    while (isNext(',')) {
      take(',')
      names.push(take().value)
    }
    return names
  }
  const comparison = (): Test => {
    if (isNext('(')) {
      take('(')
      const inner = either()
      take(')')
      return inner
    }
    const field = take().value
    if (isNext('IN')) return among(field)
    const isLike = isNext('LIKE')
    const isOrdered = isNext('>') || isNext('>=')
    const sign = take(isLike ? 'LIKE' : isOrdered ? undefined : '=').value
    const text = take()
    if (text.kind === 'word' && field.startsWith('Is')) return (row) => (row[field] ?? 'false') === text.value
    if (text.kind === 'word' && field.endsWith('stamp')) return compared(field, sign, Date.parse(text.value))
    if (text.kind !== 'text') throw new Error('a text must stand between quotes')
    if (isOrdered) return (row) => row[field]! > plain(text.value)
    const pattern = isLike ? likeness(text.value) : exactly(plain(text.value))
    return (row) => row[field] !== null && row[field] !== undefined && pattern.test(row[field])
  }
  const among = (field: string): Test => {
    take('IN')
    take('(')
    const values = list().map(plain)
    take(')')
    return (row) => values.includes(row[field]!)
  }
  const both = (): Test => {
    const tests = [comparison()]
    while (isNext('AND')) {
      take('AND')
      tests.push(comparison())
    }
    if (isNext('OR') && tests.length > 1) throw new Error('AND and OR need brackets')
    return (row) => tests.every((test) => test(row))
  }
  const either = (): Test => {
    const tests = [both()]
    while (isNext('OR')) {
      take('OR')
      tests.push(comparison())
    }
    return (row) => tests.some((test) => test(row))
  }
  take('SELECT')
  const fields = list()
  take('FROM')
  const from = take().value
  const isNarrowed = isNext('WHERE')
  if (isNarrowed) take('WHERE')
  const where: Test = isNarrowed ? either() : () => true
  const order: string[] = []
  if (isNext('ORDER')) {
    for (const word of ['ORDER', 'BY']) take(word)
    while (!isNext('LIMIT')) order.push(take().value)
  }
  take('LIMIT')
  const limit = Number(take().value)
  if (at < tokens.length) throw new Error(`unexpected token: ${tokens[at].value}`)
  return { fields, from, where, order, limit }
}

function compared(field: string, sign: string, moment: number): Test {
  return (row) => {
    const own = Date.parse(row[field]!)
    if (sign === '=') return own === moment
    return sign === '>' ? own > moment : own >= moment
  }
}

function tokensOf(soql: string) {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < soql.trimEnd().length) {
    const found = TOKEN.exec(soql)
    if (!found) throw new Error(`unexpected character in ${soql}`)
    const [, text, word, sign] = found
    if (text !== undefined) tokens.push({ kind: 'text', value: text })
    else tokens.push(word ? { kind: 'word', value: word } : { kind: 'sign', value: sign })
  }
  return tokens
}

const plain = (text: string) => text.replaceAll(/\\(.)/g, '$1')
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const exactly = (text: string) => new RegExp(`^${escaped(text)}$`, 'i')

function likeness(text: string) {
  const parts = text.match(/\\.|[^\\]/g) ?? []
  const pattern = parts.map((part) => {
    if (part === '%') return '[^]*'
    if (part === '_') return '[^]'
    return escaped(part.length > 1 ? part[1] : part)
  })
  return new RegExp(`^${pattern.join('')}$`, 'i')
}
