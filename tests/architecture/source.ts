import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dirname, join, relative, resolve } from 'node:path'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const IMPORT =
  /^\s*(import|export)\s(type\s)?(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm

export type Import = { target: string; isType: boolean }
export type SourceFile = { path: string; text: string; imports: Import[] }

/** The TypeScript files below some folders of the project, with what they import, as paths from its root. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => read(join(folder, name)))
  )
}

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const imports = [...text.matchAll(IMPORT)].map(([, , type, from, lazy]) => ({
    target: locate(path, from ?? lazy),
    isType: Boolean(type),
  }))
  return { path, text, imports }
}

function locate(path: string, specifier: string) {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) return relative(ROOT, resolve(ROOT, dirname(path), specifier))
  return specifier
}

export const domainOf = (path: string) => /^app\/([^/]+)\//.exec(path)?.[1]
