import { tmpdir } from 'node:os'
import { test } from '@japa/runner'
import { requireNode, requireSpace, requireSystem, requireWritable } from '../../../bin/lib/machine.mjs'

test.group('The machine', () => {
  test('this one will do', () => {
    requireNode()
    requireSystem()
    requireWritable(tmpdir(), 'use another one')
    requireSpace(tmpdir(), 1)
  })

  test('a system that cannot run the embedded database is told what to do instead', ({ assert }) => {
    assert.throws(() => requireSystem({ platform: 'win32' }), /not on win32.+WSL/)
    assert.throws(() => requireSystem({ libc: 'musl' }), /needs glibc.+DATABASE_URL/)
    assert.throws(
      () => requireSystem({ arch: 'riscv64' }),
      /no embedded PostgreSQL for riscv64.+DATABASE_URL/
    )
  })

  test('with a database of its own it may be of any kind', () => {
    requireSystem({ libc: 'musl', arch: 'riscv64', hasDatabase: true })
  })

  test('a Node that is too old is named with the one that is needed', ({ assert }) => {
    assert.throws(() => requireNode('18.20.4'), /needs Node 20\.12 or newer and this is 18\.20\.4/)
    assert.throws(() => requireNode('20.11.1'), /20\.12/)
    requireNode('20.12.0')
    requireNode('26.0.0')
  })

  test('too little space says how much is there and how much is needed', ({ assert }) => {
    assert.throws(() => requireSpace(tmpdir(), 1e9), /has \d+ MB free and 1000000000 MB are needed/)
  })

  test('a folder that cannot be made is named with the remedy', ({ assert }) => {
    assert.throws(
      () => requireWritable('/proc/latchkey', 'set DATA_DIR'),
      /^\/proc\/latchkey is not writable.+set DATA_DIR/
    )
  })
})
