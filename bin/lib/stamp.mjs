import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** One hash over the names and contents of files and whole folders; what is missing counts as missing. */
export function hashOf(root, paths, { isIgnored = () => false } = {}) {
  const hash = createHash('sha256')
  const files = paths.flatMap((each) => filesUnder(join(root, each))).map((path) => relative(root, path))
  for (const file of files.filter((each) => !isIgnored(each)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** A file beside a result that says from what it was made. No stamp: it was not made to the end. */
export function stampAt(path) {
  return {
    matches: (hash) => existsSync(path) && readFileSync(path, 'utf8') === hash,
    set: (hash) => writeFileSync(path, hash),
    clear: () => rmSync(path, { force: true }),
  }
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)))
}
