import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The file of a command, also one that only administrators have on their path. */
export function whereIs(name, path = process.env.PATH) {
  const folders = (path ?? '').split(delimiter).filter(Boolean)
  return [...folders, '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))
}
