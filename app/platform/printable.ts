import { Exception } from '@adonisjs/core/exceptions'

const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const DEEPEST = 32

export class TooDeepError extends Exception {
  static code = 'E_TOO_DEEP'
  static status = 400
  static message = `What was sent holds lists within lists more than ${DEEPEST} deep. Send it in a flatter form.`
}

/** Text without the characters that no database or screen can hold; line breaks and tabs stay. */
export const printable = (text: string) => text.toWellFormed().replace(UNPRINTABLE, '')

/** The same for all that a form or document holds. */
export function printableAll<Given>(given: Given, depth = 0): Given {
  if (depth > DEEPEST) throw new TooDeepError()
  const inner = (one: unknown) => printableAll(one, depth + 1)
  if (typeof given === 'string') return printable(given) as Given
  if (Array.isArray(given)) return given.map(inner) as Given
  if (given === null || typeof given !== 'object') return given
  const entries = Object.entries(given).filter(([key]) => key !== '__proto__')
  return Object.fromEntries(entries.map(([key, one]) => [printable(key), inner(one)])) as Given
}
