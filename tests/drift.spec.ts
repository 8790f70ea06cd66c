import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, type Dirent } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import type { Document } from '#app/api/openapi'
import { breakingChanges } from '../bin/openapi/breaking.js'
import { describeApi } from '../bin/openapi/document.js'

type LockedPackage = { version?: string; resolved?: string; integrity?: string; inBundle?: true } & Manifest
type Manifest = Record<DependencyKind, Record<string, string> | undefined>
type DependencyKind = (typeof KINDS)[number]
type Lockfile = { packages: Record<string, LockedPackage> }

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
const SOURCES = [
  '.adonisjs',
  'app',
  'bin',
  'config',
  'database',
  'plugins',
  'resources',
  'start',
  'ace.js',
  'adonisrc.ts',
]
const SETTINGS = ['package.json', 'tsconfig.json', 'vite.config.ts']
const DECLARATIONS = ['resources/js/auto-imports.d.ts', 'resources/js/components.d.ts']
const GENERATED = ['.adonisjs', 'database/schema.ts', 'docs/openapi.json', ...DECLARATIONS]
const run = promisify(execFile)

test.group('Drift | generated files', (group) => {
  let copy: string

  group.setup(() => {
    copy = mkdtempSync(join(tmpdir(), 'latchkey-drift-'))
    return () => rmSync(copy, { recursive: true, force: true })
  })
  group.setup(async () => {
    for (const path of [...SOURCES, ...SETTINGS])
      cpSync(app.makePath(path), join(copy, path), { recursive: true })
    symlinkSync(app.makePath('node_modules'), join(copy, 'node_modules'))
    await ace(copy, 'codegen')
    await ace(copy, 'schema:generate', '--connection=owner')
  })

  test('the indexes, route types and client registry are those of the sources (node ace codegen)', ({
    assert,
  }) => {
    const [kept, made] = [contents(app.makePath('.adonisjs')), contents(join(copy, '.adonisjs'))]
    const paths = new Set([...Object.keys(kept), ...Object.keys(made)])
    assert.deepEqual(
      [...paths].filter((path) => kept[path] !== made[path]),
      []
    )
  })

  test('the model schemas are those of the migrations (node ace schema:generate)', ({ assert }) => {
    const schema = (root: string) => readFileSync(join(root, 'database/schema.ts'), 'utf8')
    assert.equal(schema(app.makePath()), schema(copy))
  })

  test('the declarations of components are those of the pages (node ace build)', ({ assert }) => {
    for (const path of DECLARATIONS) {
      const made = join(process.env.PRODUCT_BUILD!, 'declarations', basename(path))
      assert.equal(declarations(app.makePath(path)), declarations(made), path)
    }
  })

  test('the repository holds every generated file', async ({ assert }) => {
    const tracked = await run('git', ['ls-files', ...GENERATED], { cwd: app.makePath() }).catch(
      () => undefined
    )
    if (tracked) {
      const names = Object.keys(contents(app.makePath('.adonisjs'))).map((name) => `.adonisjs/${name}`)
      assert.includeMembers(tracked.stdout.split('\n'), [...names, ...GENERATED.slice(1)])
    }
  })
})

test.group('Drift | description of the API', () => {
  const committed = readJson<Document>('docs/openapi.json')

  test('is that of the routes, validators and transformers, and breaks no client in silence', async ({
    assert,
  }) => {
    const now = await describeApi(app.makePath())
    const changes = now.info.version === committed.info.version ? breakingChanges(committed, now) : []
    assert.deepEqual(changes, [], 'raise VERSION in bin/openapi/document.ts, or find another way')
    assert.deepEqual(JSON.parse(JSON.stringify(now)), committed, 'run npm run generate')
  }).timeout(120_000)
})

test.group('Drift | lockfile', () => {
  const lock = readJson<Lockfile>('package-lock.json')
  const { '': project, ...packages } = lock.packages

  test('it was made from this package.json', ({ assert }) => {
    const manifest = readJson<Manifest>('package.json')
    for (const kind of KINDS) assert.deepEqual(project[kind] ?? {}, manifest[kind] ?? {}, kind)
  })

  test('every package of the project has an exact version', ({ assert }) => {
    const ranges = KINDS.flatMap((kind) => Object.entries(project[kind] ?? {})).filter(
      ([, range]) => !/^\d/.test(range)
    )
    assert.deepEqual(ranges, [])
  })

  test('it holds the optional packages of the other platforms too', ({ assert }) => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !placesFor(path, name).some((place) => packages[place]?.version))
        .map((name) => `${path || 'the project'} wants ${name}`)
    )
    assert.deepEqual(missing, [])
  })

  test('it pins every package by checksum to the public registry', ({ assert }) => {
    const loose = Object.entries(packages).filter(
      ([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith('sha512-')
    )
    const elsewhere = Object.entries(packages).filter(
      ([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/')
    )
    assert.deepEqual(
      [...loose, ...elsewhere].map(([path]) => path),
      []
    )
  })
})

const ace = (cwd: string, ...words: string[]) => node(cwd, 'ace.js', ...words)

function node(cwd: string, ...words: string[]) {
  const env = { ...process.env, NODE_ENV: 'development', NO_COLOR: '1', LOG_LEVEL: 'silent' }
  return run(process.execPath, words, { cwd, env }).catch(({ stdout, stderr }) => {
    throw new Error(`node ${words.join(' ')}: ${stdout}${stderr}`)
  })
}

/** With each path from the root, from wherever it was written. */
function declarations(path: string) {
  const folder = dirname(path)
  return readFileSync(path, 'utf8').replaceAll(
    /'(\.{1,2}\/[^']+)'/g,
    (_, to: string) => `'${relative(app.makePath(), join(folder, to))}'`
  )
}

// The development server hands its routes over in a file that comes and goes.
const isKept = (entry: Dirent) => entry.isFile() && entry.name !== 'routes.json'

function contents(folder: string) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(isKept)
  const paths = files.map((file) => join(file.parentPath, file.name)).sort()
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}

/** Where npm puts a dependency of the package at `path`: inside it, or in one of the folders above. */
function placesFor(path: string, name: string) {
  const parts = path === '' ? [] : path.split(/\/?node_modules\//).slice(1)
  return Array.from({ length: parts.length + 1 }, (_, depth) =>
    [...parts.slice(0, depth), name].map((part) => `node_modules/${part}`).join('/')
  )
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(app.makePath(path), 'utf8'))
}
