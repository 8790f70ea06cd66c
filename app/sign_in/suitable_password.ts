import { isCommonPassword } from '#app/sign_in/common_passwords'
import { UnsuitablePasswordError } from '#app/sign_in/errors'

const FEWEST_LETTERS = 5
const SHORTEST_NAME = 4

/** Refuses what a stranger would try first: published passwords, one key held down, and the person's own names. */
export async function refuseUnsuitable(password: string, own: (string | null | undefined)[]) {
  const reason = await whyUnsuitable(password, own)
  if (reason) throw new UnsuitablePasswordError(reason)
}

async function whyUnsuitable(password: string, own: (string | null | undefined)[]) {
  const plain = folded(password)
  if (new Set(plain).size < FEWEST_LETTERS)
    return 'This repeats a few characters. Choose one with more different ones.'
  if (own.some((name) => name && saysOnly(plain, name)))
    return 'This is little more than your name, address or company. Choose something that is not about you.'
  if (await isCommonPassword(password))
    return 'This password has been stolen elsewhere and published, so it would be tried first. Choose another.'
  return null
}

// What is left without the name would have to be a password by itself.
function saysOnly(password: string, name: string) {
  const words = [name, name.split('@')[0], ...name.split(/[\s@._-]+/)].map(folded)
  return words.some(
    (word) =>
      word.length >= SHORTEST_NAME && password.includes(word) && password.replaceAll(word, '').length < 6
  )
}

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s]/gu, '')
