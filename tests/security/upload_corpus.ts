import { randomBytes } from 'node:crypto'
import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'

export type Upload = {
  what: string
  content: Buffer
  filename: string
  contentType: string
  isPicture: boolean
}

/** Stands in every hostile file: where it is served again, something came through. */
export const HIDDEN = 'xssMarker()'
const SCRIPT = `<script>${HIDDEN}</script>`
const picture = (format: 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff') =>
  sharp({ create: { width: 24, height: 16, channels: 3, background: '#0f766e' } })
    .toFormat(format)
    .toBuffer()

const NAMES = [
  'photo.png',
  'photo.php',
  'photo.pHp5.png',
  'photo.png.html',
  'photo.svg',
  'photo.jpg.exe',
  '../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/cron.d/evil',
  '....//evil.png',
  '%2e%2e%2fevil.png',
  'evil\u202egnp.exe',
  'e\u0301vil \u{1f4a3}.png',
  '.htaccess',
  'CON.png',
  'a;b.png',
  'a b".png',
  `${SCRIPT}.png`,
  `"><img src=x onerror=${HIDDEN}>.png`,
  `${'long'.repeat(60)}.png`,
  '$(touch evil).png',
  '=cmd|calc!A1.png',
]
const TYPES = ['image/png', 'image/svg+xml', 'text/html', 'application/x-php', 'image/png; charset=x']
const NOT_PICTURES: Record<string, Buffer> = {
  empty: Buffer.alloc(0),
  'one byte': Buffer.from('x'),
  page: Buffer.from(`<!doctype html><title>x</title>${SCRIPT}`),
  'drawing with a script': Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" onload="${HIDDEN}">${SCRIPT}</svg>`
  ),
  'drawing with an entity': Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`
  ),
  'drawing that asks others': Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="http://169.254.169.254/"/></svg>`
  ),
  'packed drawing': gzipSync(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`),
  'program of a server': Buffer.from(`<?php system($_GET["c"]); // ${HIDDEN}`),
  document: Buffer.from(`%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(${HIDDEN})>>>>endobj`),
  archive: Buffer.from('504b0304140000000800', 'hex'),
  'packed zeros': gzipSync(Buffer.alloc(20_000_000)),
  program: Buffer.from('7f454c46020101', 'hex'),
  'magick script': Buffer.from(
    `push graphic-context\nfill 'url(https://x/"|touch evil")'\npop graphic-context`
  ),
  postscript: Buffer.from('%!PS\n(%pipe%id) (w) file'),
  'list of a playlist': Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd'),
  bitmap: Buffer.from('424d46000000000000003600000028000000', 'hex'),
  icon: Buffer.from('00000100010010100000010020', 'hex'),
  noise: randomBytes(5_000),
}

/** A picture of many pixels that are nearly nothing in a file. */
function vast(width: number, height: number) {
  const rows = deflateSync(Buffer.alloc(Math.min(height, 8_000) * (Math.ceil(width / 8) + 1)), { level: 9 })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(type), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([size, body, sum])
}

function crc(bytes: Buffer) {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (0xedb88320 & -(value & 1))
  }
  return ~value >>> 0
}

/** More than two hundred files that are not what they seem, each with what it is. */
export async function uploadCorpus(): Promise<Upload[]> {
  const [png, jpeg, webp, gif, tiff] = await Promise.all(
    (['png', 'jpeg', 'webp', 'gif', 'tiff'] as const).map(picture)
  )
  const pictures: Record<string, Buffer> = { png, jpeg, webp }
  const files: Upload[] = []
  const add = (
    what: string,
    content: Buffer,
    filename: string,
    contentType = 'image/png',
    isPicture = false
  ) => files.push({ what, content, filename, contentType, isPicture })

  for (const [what, content] of Object.entries(NOT_PICTURES))
    for (const filename of ['photo.png', 'photo.jpg', 'photo.svg'])
      for (const type of ['image/png', 'image/svg+xml']) add(what, content, filename, type)
  for (const [format, content] of Object.entries(pictures)) {
    for (const filename of NAMES)
      add(`${format} under another name`, content, filename, `image/${format}`, true)
    for (const type of TYPES) add(`${format} said to be ${type}`, content, `photo.${format}`, type, true)
    add(
      `${format} with a page behind it`,
      Buffer.concat([content, Buffer.from(SCRIPT)]),
      'photo.png',
      'image/png',
      true
    )
    add(
      `${format} with an archive behind it`,
      Buffer.concat([content, NOT_PICTURES.archive, Buffer.from(HIDDEN)]),
      'photo.jar',
      'image/png',
      true
    )
    for (const part of [0.1, 0.3, 0.6])
      add(`part of a ${format}`, content.subarray(0, Math.floor(content.length * part)), 'photo.png')
    add(`${format} behind a page`, Buffer.concat([Buffer.from(SCRIPT), content]), 'photo.png')
    for (const other of [png, jpeg, webp])
      add(
        `${format} in the first bytes only`,
        Buffer.concat([other.subarray(0, 12), NOT_PICTURES.page]),
        `photo.${format}`
      )
  }
  const marked = await sharp(jpeg)
    .withExif({ IFD0: { Copyright: SCRIPT, ImageDescription: SCRIPT } })
    .jpeg()
    .toBuffer()
  for (const filename of ['photo.jpg', 'photo.html'])
    add('words inside a picture', marked, filename, 'image/jpeg', true)
  for (const [width, height] of [
    [100_000, 100_000],
    [65_500, 65_500],
    [30_000, 8_000],
    [2_000_000_000, 1],
    [1, 2_000_000_000],
    [0, 0],
  ])
    add(`a picture of ${width} by ${height}`, vast(width, height), 'vast.png')
  for (const content of [gif, tiff]) add('a format that we do not take', content, 'photo.png')
  return files
}
