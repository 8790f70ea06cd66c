import { test } from '@japa/runner'
import { refuseUnsuitable } from '#app/sign_in/suitable_password'

const OWN = ['dana.petrov@brightwater.example', 'Dana Petrov', 'Brightwater Plumbing']

test.group('A password', () => {
  for (const password of [
    'iloveyou123',
    'ILOVEYOU123',
    '1234567890',
    'qwertyuiop',
    'aaaaaaaaaaaa',
    'abababababab',
    'Dana Petrov 1',
    'brightwater!!',
    'PETROV-petrov',
    'dana.petrov@brightwater.example',
  ]) {
    test(`“${password}” is refused, and the reason given`, async ({ assert }) => {
      await assert.rejects(() => refuseUnsuitable(password, OWN), /Choose/)
    })
  }

  for (const password of [
    'correct horse battery',
    'seven purple walruses',
    'Dana likes 4 otters at noon',
    'пять синих китов',
    '🦊 fox and 🐙 octopus',
    'xK9#mQ2$vL7p',
  ]) {
    test(`“${password}” is taken`, async () => {
      await refuseUnsuitable(password, OWN)
    })
  }
})
