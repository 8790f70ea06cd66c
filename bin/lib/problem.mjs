/** A start-up failure that the reader can act on: it is printed as one line, without a stack trace. */
export class Problem extends Error {
  constructor(code, message) {
    super(message)
    this.name = 'Problem'
    this.code = code
  }
}
