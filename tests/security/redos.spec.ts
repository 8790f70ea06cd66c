import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { check } from 'recheck'
import { test } from '@japa/runner'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Scripts in bin read nothing but the output of our own tools. */
const FOLDERS = ['app', 'plugins', 'config', 'start', 'resources/js']
/** Put together from words of ours. */
const MADE = [
  'app/lead_flows/answer_readers.ts',
  'app/platform/database/row_writes.ts',
  'app/timelines/routes.ts',
]

type Found = { place: string; source: string; flags: string }

/** Every regular expression that is written in the sources. */
function expressions(): Found[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs|js|vue)$/.test(name))
      .flatMap((name) => within(join(folder, name)))
  )
}

function within(path: string) {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const code = path.endsWith('.vue')
    ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, one]) => one).join('\n')
    : text
  const found: Found[] = []
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.text)!
      found.push({ place: path, source, flags })
    }
    const isMade = ts.isNewExpression(node) && node.expression.getText() === 'RegExp'
    if (isMade && node.arguments?.[0] && !ts.isStringLiteral(node.arguments[0]))
      found.push({ place: path, source: 'MADE', flags: '' })
    ts.forEachChild(node, visit)
  }
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true)
  ts.forEachChild(file, visit)
  return found
}

test.group('Regular expressions', () => {
  test('take linear time on whatever somebody writes', async ({ assert }) => {
    const all = expressions().filter(({ source }) => source !== 'MADE')
    assert.isAbove(all.length, 50)
    const distinct = [...new Map(all.map((one) => [`/${one.source}/${one.flags}`, one])).values()]
    const slow: string[] = []
    for (const { place, source, flags } of distinct) {
      const found = await check(source, flags, { timeout: 10_000, checker: 'auto' })
      if (found.status !== 'safe') slow.push(`${place}: /${source}/${flags} is ${found.status}`)
    }
    assert.deepEqual(slow, [])
  }).timeout(120_000)

  test('are not put together from what somebody writes', ({ assert }) => {
    const made = expressions().filter(({ place, source }) => source === 'MADE' && !MADE.includes(place))
    assert.deepEqual(
      made.map(({ place }) => place),
      []
    )
  })
})
