/** A start-up failure that the reader can act on: it is printed as one line, without a stack trace. */
export class Problem extends Error {
  constructor(code, message) {
    super(message)
    this.name = 'Problem'
    this.code = code
  }
}

/** Says in one line what went wrong; what nobody foresaw keeps its stack trace only where DEBUG asks for it. */
export function report(error) {
  console.error(error instanceof Problem ? error.message : error.message.split('\n')[0])
  if (process.env.DEBUG) console.error(error.stack)
}
