import { join } from 'node:path'
import { runAce } from './ace.mjs'
import { hashOf, stampAt } from './stamp.mjs'

const SOURCES = [
  ...['.adonisjs', 'app', 'config', 'database', 'plugins', 'resources', 'start'],
  ...['ace.js', 'adonisrc.ts', 'bin/console.ts', 'bin/server.ts'],
  ...['package-lock.json', 'package.json', 'tsconfig.json', 'vite.config.ts'],
]

/** Makes build/ unless it was made, to the end, from these very sources. */
export async function buildApplication({ root, env, signal }) {
  const build = join(root, 'build')
  const stamp = stampAt(join(build, '.made-from'))
  const hash = hashOf(root, SOURCES)
  if (!stamp.matches(hash)) {
    stamp.clear()
    await runAce(['build', '--ignore-ts-errors'], { cwd: root, env, signal, purpose: 'The build' })
    stamp.set(hash)
  }
  return build
}
