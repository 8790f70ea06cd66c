import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runAce } from './ace.mjs'
import { hashOf, stampAt } from './stamp.mjs'

const SOURCES = [
  ...['app', 'config', 'database', 'plugins', 'public', 'resources', 'start'],
  ...['ace.js', 'adonisrc.ts', 'bin/console.ts', 'bin/server.ts'],
  ...['package-lock.json', 'package.json', 'tsconfig.build.json', 'tsconfig.json', 'vite.config.ts'],
]

// These are written from the others: counted as sources they would ask for the next build.
const isGenerated = (file) => file.endsWith('.d.ts') || file.startsWith('public/assets')

export function sourceHash(root) {
  return hashOf(root, SOURCES, { isIgnored: isGenerated })
}

/** Makes build/ unless it was made, to the end, from these very sources; with the declarations of their components. */
export async function buildApplication({ root, env, signal }) {
  const build = join(root, 'build')
  const stamp = stampAt(join(build, '.made-from'))
  const hash = sourceHash(root)
  if (!stamp.matches(hash)) {
    stamp.clear()
    // As deep as where they are copied to, which their relative paths need; the build empties its own folder.
    mkdirSync(join(root, '.cache'), { recursive: true })
    const declarations = mkdtempSync(join(root, '.cache', 'declarations-'))
    try {
      await runAce(['build', '--tsconfig=tsconfig.build.json'], {
        cwd: root,
        env: { ...env, DECLARATIONS_DIR: declarations },
        signal,
        purpose: 'The build',
      })
      cpSync(declarations, join(build, 'declarations'), { recursive: true })
    } finally {
      rmSync(declarations, { recursive: true })
    }
    stamp.set(hash)
  }
  return build
}
