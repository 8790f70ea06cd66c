import { CHROME, drop, fade, photograph, round } from './canvas.js'

/** A kitchen faucet over its sink, with limescale and one more drop. */
export const drippingFaucet = () =>
  photograph(
    [
      fade('tiles', '#f2e3c6', '#d9bf8f'),
      fade('steel', '#c9d0d4', '#7f898f'),
      fade('counter', '#4a4642', '#2e2b28'),
      round('chrome', CHROME),
      '<radialGradient id="bowl" cx="0.5" cy="0.3" r="0.7"><stop offset="0" stop-color="#eef2f4"/><stop offset="1" stop-color="#6c767c"/></radialGradient>',
    ].join(''),
    `<rect width="1200" height="900" fill="#b79b6a"/>
    ${Array.from({ length: 28 }, (_, index) => [
      (index % 7) * 176 + (Math.floor(index / 7) % 2 ? -88 : 0),
      Math.floor(index / 7) * 116,
    ])
      .map(([x, y]) => `<rect x="${x}" y="${y}" width="168" height="108" rx="5" fill="url(#tiles)"/>`)
      .join('')}
    <rect y="460" width="1200" height="440" fill="url(#counter)"/><rect y="452" width="1200" height="18" fill="#6b655e"/>
    ${Array.from({ length: 60 }, (_, index) => `<circle cx="${(index * 197) % 1200}" cy="${480 + ((index * 83) % 410)}" r="${2 + (index % 3)}" fill="#8a837a" fill-opacity="0.6"/>`).join('')}
    <path d="M230 560 H1010 Q1060 560 1066 610 L1090 900 H150 L174 610 Q180 560 230 560Z" fill="url(#steel)"/>
    <path d="M270 600 H970 Q1000 600 1004 634 L1030 900 H210 L236 634 Q240 600 270 600Z" fill="url(#bowl)"/>
    <ellipse cx="640" cy="850" rx="74" ry="24" fill="#3b4347"/><ellipse cx="640" cy="846" rx="52" ry="15" fill="#14181a"/>
    <ellipse cx="640" cy="540" rx="120" ry="26" fill="#000" fill-opacity="0.4" filter="url(#soft)"/>
    <ellipse cx="600" cy="530" rx="76" ry="20" fill="#8b959a"/><rect x="566" y="300" width="68" height="232" fill="url(#chrome)"/>
    <path d="M600 320 C600 120 640 70 740 70 C850 70 880 160 876 270" stroke="#5d676d" stroke-width="62" fill="none"/>
    <path d="M600 320 C600 120 640 70 740 70 C850 70 880 160 876 270" stroke="#b9c3c8" stroke-width="48" fill="none"/>
    <path d="M588 320 C586 120 630 56 740 56 C850 56 874 120 872 200" stroke="#fff" stroke-opacity="0.9" stroke-width="11" fill="none"/>
    <rect x="838" y="262" width="76" height="62" rx="8" fill="url(#chrome)"/><rect x="846" y="316" width="60" height="16" rx="5" fill="#dcdccb"/>
    <path d="M846 326 q8 16 14 2 q8 20 16 4 q8 14 14 0 q8 12 14 -4" fill="#f4f3e6"/>
    <rect x="634" y="372" width="84" height="30" rx="14" fill="url(#chrome)"/><path d="M704 364 L830 300 Q850 292 852 312 L724 402Z" fill="#c5ced2" stroke="#69747a" stroke-width="3"/>
    <path d="M530 536 q18 -16 30 -2 q18 -18 36 0 q16 -14 34 2 q20 -14 36 2" stroke="#f4f3e6" stroke-width="8" fill="none" stroke-opacity="0.9"/>
    <path d="M868 334 Q876 366 884 334Z" fill="#a9d0df"/>${drop(876, 440, 18)}${drop(876, 610, 15)}
    <ellipse cx="876" cy="742" rx="72" ry="18" fill="none" stroke="#fff" stroke-opacity="0.7" stroke-width="5"/><ellipse cx="876" cy="742" rx="32" ry="8" fill="#bfe0ec" fill-opacity="0.8"/>
    <rect x="90" y="270" width="120" height="190" rx="16" fill="#3d7f6a"/><rect x="126" y="220" width="48" height="56" rx="8" fill="#e9ece6"/><rect x="106" y="320" width="88" height="84" rx="6" fill="#e8f0dc"/>`
  )
