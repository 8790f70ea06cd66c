import { execFile } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { NODE_FLAGS } from '../../bin/lib/node_flags.mjs'

const CODES = 10_000
const ROUNDS = 5
const SIDES = ['limit', 'sheet'] as const

type Side = (typeof SIDES)[number]
type Measured = { ms: number; cpuMs: number; peakMb: number; fileMb?: number; longestBlockMs?: number }

const run = promisify(execFile)
const extension = extname(import.meta.url)
const script = fileURLToPath(new URL(`./qr_side${extension}`, import.meta.url))
const OWN_SOURCE = new URL(`./qr_batch_labels${extension}`, import.meta.url).href
const loader = extension === '.ts' ? ['--import', '@poppinss/ts-exec'] : []

/** Each side of each round is a fresh process, as the limit is that of a cold one. */
async function measure(side: Side, source: string): Promise<Measured> {
  const { stdout } = await run(process.execPath, [...loader, script, side, source, String(CODES)])
  return JSON.parse(stdout.slice(stdout.lastIndexOf('{'))) as Measured
}

/** What a process of the built product takes for the same sheet; the sides carry the loader of TypeScript too. */
async function measureProduct() {
  const product = fileURLToPath(new URL(`./qr_product${extension}`, import.meta.url))
  const words = [...NODE_FLAGS, product, process.env.BENCH_TENANT!, String(CODES)]
  const env = { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent' }
  const { stdout } = await run(process.execPath, words, { cwd: process.env.PRODUCT_BUILD, env })
  return JSON.parse(stdout.slice(stdout.lastIndexOf('{'))) as { bootedMb: number; peakMb: number }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

export default {
  name: 'qr',
  goal: 0.8,

  /** `source` is a module that exports `labels(count)`, an async iterable; both sides read the same ones. */
  async run(source = OWN_SOURCE) {
    if (source === OWN_SOURCE) await (await import('./qr_batch_labels.ts')).makeLabels(CODES)
    const results: Record<Side, Measured[]> = { limit: [], sheet: [] }
    for (let round = 0; round < ROUNDS; round++) {
      const order = round % 2 === 0 ? SIDES : SIDES.toReversed()
      for (const side of order) results[side].push(await measure(side, source))
    }
    const limitMs = median(results.limit.map(({ ms }) => ms))
    const sheetMs = median(results.sheet.map(({ ms }) => ms))
    const limitCpuMs = median(results.limit.map(({ cpuMs }) => cpuMs))
    const sheetCpuMs = median(results.sheet.map(({ cpuMs }) => cpuMs))
    const most = (value: (one: Measured) => number) => Math.max(...results.sheet.map(value))
    return {
      ratio: limitMs / sheetMs,
      details: {
        codes: CODES,
        limitMs,
        sheetMs,
        limitCpuMs,
        sheetCpuMs,
        rounds: results.limit.map(({ ms }, round) => ({ limitMs: ms, sheetMs: results.sheet[round].ms })),
        ...(source === OWN_SOURCE && { builtProduct: await measureProduct() }),
        peakMbWithTypeScriptLoader: most(({ peakMb }) => peakMb),
        fileMb: most(({ fileMb = 0 }) => fileMb),
        longestBlockMs: most(({ longestBlockMs = 0 }) => longestBlockMs),
      },
    }
  },
}
