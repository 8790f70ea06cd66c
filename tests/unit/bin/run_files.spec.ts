import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { RunFiles } from '../../../bin/lib/run_files.mjs'

function makeFolder(cleanup: (step: () => void) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-run-'))
  cleanup(() => rmSync(folder, { recursive: true }))
  return folder
}

function makeProcess(cleanup: (step: () => void) => void) {
  const child = spawn('sleep', ['60'])
  cleanup(() => child.kill('SIGKILL'))
  return { child, pid: child.pid! }
}

test.group('Run files', () => {
  test('what a killed start left behind is ended', async ({ assert, cleanup }) => {
    const files = new RunFiles(makeFolder(cleanup))
    const { child, pid } = makeProcess(cleanup)
    files.write('worker', pid)
    assert.equal(files.runningPid('worker'), pid)

    const ended = once(child, 'exit')
    await files.sweep()
    assert.deepEqual(await ended, [null, 'SIGTERM'])
    assert.isUndefined(files.runningPid('worker'))
  })

  test('another process that got the same number is left alone', async ({ assert, cleanup }) => {
    const folder = makeFolder(cleanup)
    const { child, pid } = makeProcess(cleanup)
    writeFileSync(join(folder, 'worker.json'), JSON.stringify({ pid, began: 'long ago' }))

    const files = new RunFiles(folder)
    assert.isUndefined(files.runningPid('worker'))
    await files.sweep()
    assert.isNull(child.exitCode)
    assert.isFalse(child.killed)
  })

  test('a second start learns which process holds the folder', ({ assert, cleanup }) => {
    const folder = makeFolder(cleanup)
    const { pid } = makeProcess(cleanup)
    const files = new RunFiles(folder)
    files.write('start', pid)
    assert.equal(files.claim('start'), pid)
    assert.equal(JSON.parse(readFileSync(join(folder, 'start.json'), 'utf8')).pid, pid)
  })

  test('a file that was cut off half-written is no obstacle', async ({ assert, cleanup }) => {
    const folder = makeFolder(cleanup)
    writeFileSync(join(folder, 'web.json'), '{"pid": 12')
    const files = new RunFiles(folder)
    assert.isUndefined(files.claim('web'))
    await files.sweep()
    assert.equal(files.runningPid('web'), undefined)
  })
})
