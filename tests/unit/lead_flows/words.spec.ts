import { readdirSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { LANGUAGES } from '#app/platform/say'

const ROOT = 'resources/lang'

const keysOf = (words: object, path: string): string[] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [`${path}.${key}`] : keysOf(word, `${path}.${key}`)
  )

const gapsOf = (text: string) => [...new Set(text.match(/\{\w+(?=[,}])/g))].sort()

const wordsOf = (language: string) => {
  const files = readdirSync(`${ROOT}/${language}`).sort()
  return files.map((file) => [file, JSON.parse(readFileSync(`${ROOT}/${language}/${file}`, 'utf8'))] as const)
}

const flat = (language: string) =>
  new Map(
    wordsOf(language).flatMap(([file, words]) =>
      keysOf(words, file.replace('.json', '')).map((key) => [key, wordAt(words, key)] as const)
    )
  )

const wordAt = (words: object, key: string) =>
  key
    .split('.')
    .slice(1)
    .reduce<unknown>((within, part) => (within as Record<string, unknown>)[part], words) as string

test.group('Words for customers', () => {
  const english = flat('en')

  for (const language of LANGUAGES.filter((one) => one !== 'en')) {
    test(`say everything in ${language}, with the same gaps`, ({ assert }) => {
      const other = flat(language)
      assert.sameMembers([...other.keys()], [...english.keys()])
      for (const [key, word] of english) assert.deepEqual(gapsOf(other.get(key)!), gapsOf(word), key)
    })
  }

  test('are there for every key that a page asks for', ({ assert }) => {
    const pages = readdirSync('resources/views/public').filter((file) => file.endsWith('.edge'))
    const asked = pages.flatMap((file) =>
      [...readFileSync(`resources/views/public/${file}`, 'utf8').matchAll(/\bt\('([a-z_.]+[a-z_])'/g)].map(
        ([, key]) => key
      )
    )
    assert.isAbove(asked.length, 20)
    assert.deepEqual(
      asked.filter((key) => !english.has(key)),
      []
    )
  })
})
