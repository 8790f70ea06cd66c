export const DEFAULT_BRAND_COLOR = '#0f766e'

const READABLE = 4.5

/** Contrast of white text on the colour, by WCAG 2. */
export function contrastWithWhite(color: string) {
  return 1.05 / (luminance(channelsOf(color)) + 0.05)
}

/** The colour itself where white text can be read on it; else the nearest darker shade of the same hue. */
export function readableBrandColor(color: string) {
  const channels = channelsOf(color.toLowerCase())
  let shade = hex(channels)
  for (let strength = 0.99; contrastWithWhite(shade) < READABLE; strength -= 0.01) {
    shade = hex(channels.map((channel) => channel * strength))
  }
  return shade
}

const DARK_GROUND = '#0f172a'

/** The colour itself where it can be read on the dark theme's ground; else the nearest lighter tint of the same hue. */
export function readableOnDark(color: string) {
  const channels = channelsOf(color.toLowerCase())
  const ground = luminance(channelsOf(DARK_GROUND)) + 0.05
  let tint = channels
  for (let share = 0.01; (luminance(tint) + 0.05) / ground < READABLE + 0.5; share += 0.01) {
    tint = channels.map((channel) => channel + (255 - channel) * share)
  }
  return hex(tint)
}

function channelsOf(color: string) {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
}

function hex(channels: number[]) {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

function luminance(channels: number[]) {
  const [red, green, blue] = channels.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
