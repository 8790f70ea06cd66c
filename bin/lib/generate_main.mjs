import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem, report } from './problem.mjs'
import { TestServices } from './test_services.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const services = new TestServices({ root: ROOT })
const assets = mkdtempSync(join(tmpdir(), 'latchkey-assets-'))

// The order matters: the indexes of pages and transformers read the models, whose columns come from the migrations.
const STEPS = [
  ['database/schema.ts', ['ace.js', 'schema:generate', '--connection=owner']],
  ['.adonisjs', ['ace.js', 'codegen']],
  ['docs/event_payloads.json', ['--import=@poppinss/ts-exec', 'bin/event_payloads.ts']],
  ['docs/openapi.json', ['--import=@poppinss/ts-exec', 'bin/openapi.ts']],
  [
    'component declarations',
    ['node_modules/vite/bin/vite.js', 'build', `--outDir=${assets}`, '--emptyOutDir'],
  ],
]

try {
  // Migrations boot the routes, and those name controllers by their index. It is written even where the rest still fails.
  spawnSync(process.execPath, ['ace.js', 'codegen'], { cwd: ROOT, stdio: 'ignore' })
  const env = await services.environment({ name: 'generate', needs: ['database'] })
  for (const [what, words] of STEPS) {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: ROOT,
      env: { ...env, NODE_ENV: 'development', NO_COLOR: '1', LOG_LEVEL: 'silent' },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Problem('E_GENERATE', `${what} failed:\n${stdout}${stderr}`)
    console.log(`Generated ${what}`)
  }
} catch (error) {
  report(error)
  process.exitCode = 1
} finally {
  await services.stop()
  rmSync(assets, { recursive: true, force: true })
}
