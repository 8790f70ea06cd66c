import pg from 'pg'

type Query = (this: unknown, first: string | { text?: string }, ...rest: unknown[]) => unknown

const LITERAL = /E'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'/gs

/** The words of every statement sent to PostgreSQL from now on: values travel beside them, or as whole literals. */
export function listenToStatements() {
  const heard: string[] = []
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const query = prototype.query
  prototype.query = function (first, ...rest) {
    heard.push((typeof first === 'string' ? first : (first.text ?? '')).replace(LITERAL, '?'))
    return query.call(this, first, ...rest)
  }
  return {
    take: () => heard.splice(0),
    stop: () => {
      prototype.query = query
    },
  }
}
