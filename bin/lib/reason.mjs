import { stripVTControlCharacters } from 'node:util'

/** The one line of an output that says why it failed, or undefined when it does not look like a failure. */
export function failureIn(output) {
  return linesOf(output).find(
    (line) => /error|exception|fatal|not defined|cannot start|\bE_[A-Z]/i.test(line) && !/warning/i.test(line)
  )
}

export function reasonIn(output) {
  return failureIn(output) ?? linesOf(output).at(-1) ?? 'no reason given'
}

// What Ace and Youch print for people: colours, boxes, signs and a stack are taken off.
function linesOf(output) {
  return stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.replace(/^[\s│╭╰─ℹ×✖❯]+|[\s│╮╯─]+$/gu, ''))
    .filter((line) => /\w/.test(line) && !/^(⁃ )?at /.test(line))
}
