import { join } from 'node:path'
import { runAce } from './ace.mjs'
import { hashOf, stampAt } from './stamp.mjs'

const SOURCES = [
  ...['app', 'config', 'database', 'plugins', 'public', 'resources', 'start'],
  ...['ace.js', 'adonisrc.ts', 'bin/console.ts', 'bin/server.ts'],
  ...['package-lock.json', 'package.json', 'tsconfig.build.json', 'tsconfig.json', 'vite.config.ts'],
]

// The build writes these itself: counted as sources they would ask for the next build.
const isGenerated = (file) => file.endsWith('.d.ts') || file.startsWith('public/assets')

export function sourceHash(root) {
  return hashOf(root, SOURCES, { isIgnored: isGenerated })
}

/** Makes build/ unless it was made, to the end, from these very sources. */
export async function buildApplication({ root, env, signal }) {
  const build = join(root, 'build')
  const stamp = stampAt(join(build, '.made-from'))
  const hash = sourceHash(root)
  if (!stamp.matches(hash)) {
    stamp.clear()
    await runAce(['build', '--tsconfig=tsconfig.build.json'], {
      cwd: root,
      env,
      signal,
      purpose: 'The build',
    })
    stamp.set(hash)
  }
  return build
}
