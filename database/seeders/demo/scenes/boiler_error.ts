import { COPPER, fade, photograph, round } from './canvas.js'

const SEGMENTS: Record<string, string> = { '1': 'bc', '9': 'abcdfg', E: 'adefg' }
const PLACES: Record<string, [number, number, number, number]> = {
  a: [8, 0, 44, 9],
  b: [53, 6, 9, 46],
  c: [53, 60, 9, 46],
  d: [8, 103, 44, 9],
  e: [-2, 60, 9, 46],
  f: [-2, 6, 9, 46],
  g: [8, 51, 44, 9],
}

const digit = (sign: string, x: number, y: number) =>
  [...SEGMENTS[sign]]
    .map((segment) => PLACES[segment])
    .map(
      ([left, top, width, height]) =>
        `<rect x="${x + left}" y="${y + top}" width="${width}" height="${height}" rx="4" fill="#ff5a36"/>`
    )
    .join('')

/** A boiler on the wall of a utility room that shows E 119. */
export const boilerError = () => {
  const number = [...'E119']
    .map((sign, index) => digit(sign, 452 + index * 80 + (index ? 20 : 0), 436))
    .join('')
  return photograph(
    [
      fade('wall', '#c9d0cb', '#98a39d'),
      fade('case', '#f7f8f7', '#cdd2d1'),
      round('copper', COPPER),
      round('flue', ['#777d80', '#b9bfc1', '#eef2f3']),
      round('insulation', ['#1d2124', '#3a4045', '#646c72']),
    ].join(''),
    `<rect width="1200" height="900" fill="url(#wall)"/>
    ${[150, 300, 450, 600, 750].map((y) => `<path d="M0 ${y} H1200" stroke="#7f8a84" stroke-opacity="0.4" stroke-width="3"/>`).join('')}
    ${[100, 400, 700, 1000].map((x) => `<path d="M${x} 0 V150 M${x + 150} 150 V300 M${x} 300 V450 M${x + 150} 450 V600 M${x} 600 V750 M${x + 150} 750 V900" stroke="#7f8a84" stroke-opacity="0.4" stroke-width="3"/>`).join('')}
    <rect x="530" y="-10" width="130" height="120" fill="url(#flue)"/><rect x="514" y="72" width="162" height="34" rx="6" fill="#8b9296"/>
    <rect x="336" y="120" width="560" height="590" rx="18" fill="#000" fill-opacity="0.4" filter="url(#softer)"/>
    <rect x="310" y="96" width="570" height="596" rx="18" fill="url(#case)"/><path d="M328 100 H862" stroke="#fff" stroke-width="6"/>
    <rect x="310" y="384" width="570" height="4" fill="#a3a9a8"/>
    <rect x="548" y="160" width="94" height="16" rx="8" fill="#9aa4a6"/><circle cx="595" cy="235" r="33" fill="#e8eceb" stroke="#aab2b2" stroke-width="4"/>
    <path d="M595 214 C612 232 612 240 606 252 C602 262 588 262 584 252 C578 240 586 232 595 214Z" fill="#2f7f8c"/>
    <rect x="404" y="408" width="384" height="178" rx="14" fill="#15191b"/><rect x="414" y="418" width="364" height="158" rx="9" fill="#1e1210"/>
    <rect x="404" y="408" width="384" height="178" rx="14" fill="#ff5a36" fill-opacity="0.12" filter="url(#soft)"/>${number}
    <path d="M414 428 L600 418 L520 576 L414 576Z" fill="#fff" fill-opacity="0.05"/>
    <circle cx="452" cy="638" r="27" fill="#dfe3e2" stroke="#8c9495" stroke-width="4"/><path d="M452 638 L468 620" stroke="#444" stroke-width="6"/>
    <circle cx="740" cy="638" r="27" fill="#dfe3e2" stroke="#8c9495" stroke-width="4"/><path d="M740 638 L722 626" stroke="#444" stroke-width="6"/>
    <circle cx="596" cy="638" r="34" fill="#f6f6f2" stroke="#60686a" stroke-width="6"/>
    <path d="M574 652 A26 26 0 0 1 580 620" stroke="#c62828" stroke-width="8" fill="none"/><path d="M596 640 L578 652" stroke="#111" stroke-width="5"/>
    ${[384, 478, 590, 700, 786].map((x) => `<rect x="${x}" y="690" width="30" height="220" fill="url(#copper)"/><rect x="${x - 8}" y="704" width="46" height="32" rx="5" fill="#c9a24b"/>`).join('')}
    <rect x="470" y="780" width="48" height="130" fill="url(#insulation)"/><rect x="692" y="770" width="48" height="140" fill="url(#insulation)"/>
    <rect x="776" y="800" width="54" height="20" rx="6" fill="#b3261e"/><rect x="372" y="814" width="54" height="20" rx="6" fill="#20539c"/>
    <rect x="980" y="300" width="120" height="170" rx="8" fill="#e9e6da" stroke="#b9b5a6" stroke-width="4"/>
    ${[330, 356, 382, 408, 434].map((y) => `<path d="M1000 ${y} H1080" stroke="#8d8a7d" stroke-width="5"/>`).join('')}`
  )
}
