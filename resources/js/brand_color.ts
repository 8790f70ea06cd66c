const READABLE = 4.5

export const isColor = (color: string) => /^#[0-9a-f]{6}$/i.test(color)

/** Contrast of white text on the colour, by WCAG 2. */
export function contrastWithWhite(color: string) {
  return 1.05 / (luminance(channelsOf(color)) + 0.05)
}

/** What the server will make of the colour: the same hue, dark enough for white text. */
export function readableBrandColor(color: string) {
  const channels = channelsOf(color.toLowerCase())
  let shade = hex(channels)
  for (let strength = 0.99; contrastWithWhite(shade) < READABLE; strength -= 0.01) {
    shade = hex(channels.map((channel) => channel * strength))
  }
  return shade
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
