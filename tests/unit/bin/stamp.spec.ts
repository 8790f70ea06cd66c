import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { hashOf, stampAt } from '../../../bin/lib/stamp.mjs'

function makeSources(cleanup: (step: () => void) => void) {
  const root = mkdtempSync(join(tmpdir(), 'latchkey-stamp-'))
  cleanup(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'app', 'leads'), { recursive: true })
  writeFileSync(join(root, 'app', 'leads', 'lead.ts'), 'one')
  return root
}

test.group('Stamps', () => {
  test('a hash changes with a content, a name and a new file, and with nothing else', ({
    assert,
    cleanup,
  }) => {
    const root = makeSources(cleanup)
    const hash = () => hashOf(root, ['app', 'not/there'])
    const before = hash()
    assert.equal(hash(), before)

    writeFileSync(join(root, 'app', 'leads', 'lead.ts'), 'two')
    const changed = hash()
    writeFileSync(join(root, 'app', 'empty.ts'), '')
    assert.lengthOf(new Set([before, changed, hash()]), 3)
  })

  test('what the build itself writes does not ask for the next build', ({ assert, cleanup }) => {
    const root = makeSources(cleanup)
    const hash = () => hashOf(root, ['app'], { isIgnored: (file) => file.endsWith('.d.ts') })
    const before = hash()
    writeFileSync(join(root, 'app', 'routes.d.ts'), 'generated')
    assert.equal(hash(), before)
  })

  test('work that was interrupted has no stamp', ({ assert, cleanup }) => {
    const stamp = stampAt(join(makeSources(cleanup), '.made-from'))
    assert.isFalse(stamp.matches('abc'))
    stamp.set('abc')
    assert.isTrue(stamp.matches('abc'))
    assert.isFalse(stamp.matches('abd'))
    stamp.clear()
    assert.isFalse(stamp.matches('abc'))
  })
})
