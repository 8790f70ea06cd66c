import { CHROME, fade, photograph, round } from './canvas.js'

const EDGE = 118
const COLORS = ['#cfe0e3', '#c3d7db', '#d9e7e9', '#bcd2d7']

const tiles = () =>
  Array.from({ length: 11 * 8 }, (_, index) => {
    const [column, row] = [index % 11, Math.floor(index / 11)]
    return `<rect x="${column * EDGE - 46}" y="${row * EDGE - 30}" width="${EDGE - 9}" height="${EDGE - 9}" rx="6" fill="${COLORS[(column * 7 + row * 5) % 4]}"/>`
  }).join('')

const holes = () =>
  Array.from({ length: 26 }, (_, index) => {
    const ring = index < 8 ? 38 : 76
    const turn = ((index < 8 ? index / 8 : (index - 8) / 18) + 0.03) * 2 * Math.PI
    return `<ellipse cx="${600 + Math.cos(turn) * ring}" cy="${470 + Math.sin(turn) * ring}" rx="10" ry="10" fill="#1b2326"/>`
  }).join('')

/** A shower floor from above: the water does not go away. */
export const showerDrain = () =>
  photograph(
    [
      fade('grout', '#8b9a9d', '#6f7e82'),
      round('chrome', CHROME),
      '<radialGradient id="water" cx="0.5" cy="0.5" r="0.5"><stop offset="0" stop-color="#4b7685" stop-opacity="0.75"/><stop offset="0.8" stop-color="#5f8d9c" stop-opacity="0.55"/><stop offset="1" stop-color="#5f8d9c" stop-opacity="0"/></radialGradient>',
    ].join(''),
    `<rect width="1200" height="900" fill="url(#grout)"/>${tiles()}
    <ellipse cx="600" cy="480" rx="560" ry="400" fill="url(#water)"/>
    <circle cx="600" cy="476" r="128" fill="#000" fill-opacity="0.35" filter="url(#soft)"/>
    <circle cx="600" cy="470" r="122" fill="url(#chrome)"/><circle cx="600" cy="470" r="104" fill="#98a4aa"/>${holes()}<circle cx="600" cy="470" r="14" fill="#5d676d"/><path d="M590 470 H610" stroke="#20282b" stroke-width="5"/>
    <path d="M470 420 C540 380 560 520 640 470 S760 540 720 590 M500 540 C560 600 650 500 700 560 M520 400 C600 430 560 500 660 560" stroke="#2a1c12" stroke-width="5" fill="none" stroke-opacity="0.8"/>
    <ellipse cx="640" cy="500" rx="60" ry="34" fill="#4a3a2a" fill-opacity="0.55" filter="url(#slight)"/>
    ${[190, 280, 380].map((radius) => `<ellipse cx="600" cy="474" rx="${radius}" ry="${radius * 0.78}" fill="none" stroke="#fff" stroke-opacity="0.35" stroke-width="5"/>`).join('')}
    <path d="M250 250 C330 190 470 200 520 240" stroke="#fff" stroke-width="26" stroke-opacity="0.4" fill="none" filter="url(#soft)"/>
    ${[
      [330, 360, 16],
      [860, 330, 12],
      [900, 620, 18],
      [380, 660, 14],
      [760, 730, 10],
    ]
      .map(
        ([x, y, r]) =>
          `<circle cx="${x}" cy="${y}" r="${r}" fill="#fff" fill-opacity="0.5" stroke="#fff" stroke-opacity="0.8" stroke-width="3"/>`
      )
      .join('')}
    <path d="M980 -20 C1010 120 960 190 1040 300 C1080 360 1180 330 1230 380" stroke="#e8a7b4" stroke-width="54" fill="none"/><path d="M972 -20 C1002 120 952 190 1030 300" stroke="#fff" stroke-opacity="0.35" stroke-width="12" fill="none"/>`
  )
