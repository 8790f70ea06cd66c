import { join } from 'node:path'
import { randomInt } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { appUrl } from '#config/app'
import { mountFor } from '#app/platform/http/mount'
import { COMPANIES, OPERATOR } from './cast.js'

export type Login = { persona: string; email: string; password: string; url: string }

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Somebody to be, for each persona, with a password that only this installation knows. */
export function makeLogins(): Login[] {
  const people = COMPANIES.flatMap(({ slug, people: team }) =>
    Object.values(team).map((person) => ({ ...person, url: `${appUrl}${mountFor(slug)}` }))
  )
  return [{ ...OPERATOR, url: `${appUrl}/console` }, ...people].flatMap(({ persona, email, url }) =>
    persona ? [{ persona, email, password: newPassword(), url }] : []
  )
}

/** Whole or not at all, and for the owner of the installation only. */
export async function writeLogins(logins: Login[]) {
  await mkdir(app.makePath(env.get('DATA_DIR')), { recursive: true })
  await writeFile(`${path()}.new`, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 })
  await rename(`${path()}.new`, path())
}

export const forgetLogins = () => rm(path(), { force: true })

const path = () => join(app.makePath(env.get('DATA_DIR')), 'demo_logins.json')

/** Easy to type: "k7mf-x2pd-9wqa". */
function newPassword() {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group()].join('-')
}
