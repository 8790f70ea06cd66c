const SIZE = { width: 640, height: 480 }

/** A picture as a phone would take it: light from one side, darker corners. */
export function photograph(defs: string, body: string) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="${SIZE.width}" height="${SIZE.height}">
  <defs>
    <radialGradient id="vignette" cx="0.45" cy="0.42" r="0.78">
      <stop offset="0.45" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.5"/>
    </radialGradient>
    <linearGradient id="daylight" x1="0" y1="0" x2="1" y2="0.7">
      <stop offset="0" stop-color="#fff6dd" stop-opacity="0.24"/><stop offset="0.55" stop-color="#fff" stop-opacity="0"/>
    </linearGradient>
    <filter id="soft" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="9"/></filter>
    <filter id="softer" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="26"/></filter>
    <filter id="slight" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="2.2"/></filter>
    ${defs}
  </defs>
  ${body}
  <rect width="1200" height="900" fill="url(#daylight)"/>
  <rect width="1200" height="900" fill="url(#vignette)"/>
</svg>`
}

/** Shading of a pipe or a tank, across (or along) its length. */
export const round = (id: string, [edge, body, light]: [string, string, string], isLying = false) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="${isLying ? 0 : 1}" y2="${isLying ? 1 : 0}">
    <stop offset="0" stop-color="${edge}"/><stop offset="0.28" stop-color="${light}"/>
    <stop offset="0.55" stop-color="${body}"/><stop offset="1" stop-color="${edge}"/>
  </linearGradient>`

export const fade = (id: string, from: string, to: string) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`

export const COPPER: [string, string, string] = ['#6b3214', '#b8652f', '#f0b080']
export const CHROME: [string, string, string] = ['#5d676d', '#a9b4ba', '#f4f8fa']
export const PLASTIC: [string, string, string] = ['#a9a79e', '#dddbd2', '#ffffff']
export const ENAMEL: [string, string, string] = ['#8f9499', '#d3d8db', '#fbfdfe']

/** A drop that has let go. */
export const drop = (x: number, y: number, size: number) =>
  `<path d="M${x} ${y - size * 1.7} C${x + size * 0.4} ${y - size} ${x + size} ${y - size * 0.5} ${x + size} ${y}
    A${size} ${size} 0 0 1 ${x - size} ${y} C${x - size} ${y - size * 0.5} ${x - size * 0.4} ${y - size} ${x} ${y - size * 1.7}Z"
    fill="#bfe3f2" fill-opacity="0.85" stroke="#5d91a8" stroke-width="2"/>
  <ellipse cx="${x - size * 0.35}" cy="${y - size * 0.1}" rx="${size * 0.2}" ry="${size * 0.4}" fill="#fff" fill-opacity="0.9"/>`

/** Water that stands on a floor. */
export const puddle = (x: number, y: number, width: number, height: number) =>
  `<ellipse cx="${x}" cy="${y}" rx="${width}" ry="${height}" fill="#17323f" fill-opacity="0.45" filter="url(#slight)"/>
  <ellipse cx="${x - width * 0.05}" cy="${y - height * 0.12}" rx="${width * 0.93}" ry="${height * 0.8}" fill="#9cc3d3" fill-opacity="0.55"/>
  <ellipse cx="${x - width * 0.3}" cy="${y - height * 0.3}" rx="${width * 0.4}" ry="${height * 0.2}" fill="#fff" fill-opacity="0.55" filter="url(#slight)"/>`
