import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pipeline } from 'node:stream/promises'
import QRCode from 'qrcode'
import { LabelTemplate } from '#app/qr_codes/label_template'
import { QrSheet } from '#app/qr_codes/qr_sheet'
import type { SheetLabel } from '#app/qr_codes/qr_sheet'

type Source = { labels(count: number): AsyncIterable<SheetLabel> }

const [side, source, count] = process.argv.slice(2)
const { labels } = (await import(source)) as Source
const measured = side === 'sheet' ? await sheet(Number(count)) : await limit(Number(count))
process.stdout.write(JSON.stringify({ ...measured, peakMb: process.resourceUsage().maxRSS / 1024 }))
process.exit()

async function limit(codes: number) {
  const urls: string[] = []
  for await (const { url } of labels(codes)) urls.push(url)
  const stop = stopwatch()
  let dark = 0
  for (const url of urls) dark += QRCode.create(url, { errorCorrectionLevel: 'M' }).modules.data[0]
  const time = stop()
  if (dark !== codes) throw new Error('A symbol without its corner was made')
  return time
}

async function sheet(codes: number) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'))
  const file = join(folder, 'sheet.pdf')
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const stop = stopwatch()
  const options = {
    title: 'Bench',
    lines: ['Harbour Heating & Plumbing', 'Scan for service'],
  }
  const print = new QrSheet({ template: LabelTemplate.find('a4-24'), ...options })
  await pipeline(print.stream(labels(codes)), createWriteStream(file))
  const time = stop()
  const fileMb = (await stat(file)).size / 1e6
  await rm(folder, { recursive: true })
  return { ...time, fileMb, longestBlockMs: delay.max / 1e6 }
}

function stopwatch() {
  const start = performance.now()
  const cpu = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    return { ms: performance.now() - start, cpuMs: (user + system) / 1000 }
  }
}
