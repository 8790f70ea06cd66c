import type { QRCode } from 'qrcode'

const numbers = Array.from({ length: 178 }, (_, number) => `${number} `)

/** The dark modules as one path of few rectangles, in units of a module, y pointing down. */
export function symbolPath({ size, data }: QRCode['modules']): string {
  const dark = Uint8Array.from(data)
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = y * size + x
      if (dark[at]) {
        let width = 1
        while (x + width < size && dark[at + width]) width++
        let height = 1
        while (y + height < size && isDark(dark, at + height * size, width)) {
          dark.fill(0, at + height * size, at + height * size + width)
          height++
        }
        path += `${numbers[x]}${numbers[y]}${numbers[width]}${numbers[height]}re\n`
        x += width
      }
    }
  }
  return path
}

/** The same for a picture on a screen. */
export const svgPath = (modules: QRCode['modules']) =>
  symbolPath(modules).trim().split('\n').map(square).join('')

function square(rectangle: string) {
  const [x, y, width, height] = rectangle.split(' ')
  return `M${x} ${y}h${width}v${height}h-${width}z`
}

function isDark(modules: Uint8Array, from: number, width: number): boolean {
  for (let at = from; at < from + width; at++) {
    if (!modules[at]) return false
  }
  return true
}
