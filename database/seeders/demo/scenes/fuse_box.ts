import { fade, photograph } from './canvas.js'

const breaker = (x: number, y: number, isTripped: boolean) =>
  `<rect x="${x}" y="${y}" width="62" height="180" rx="5" fill="#eef0ee" stroke="#9aa09f" stroke-width="3"/>
  <rect x="${x + 12}" y="${y + 14}" width="38" height="12" fill="#3f4a52"/><rect x="${x + 14}" y="${y + 52}" width="34" height="76" rx="5" fill="#b8bebd"/>
  <rect x="${x + 16}" y="${y + (isTripped ? 92 : 56)}" width="30" height="34" rx="4" fill="${isTripped ? '#c62f28' : '#20272b'}"/>
  <rect x="${x + 14}" y="${y + 146}" width="34" height="20" fill="#d8dcd9"/>`

/** A distribution board in an old hallway; one breaker has fallen. */
export const fuseBox = () =>
  photograph(
    [
      fade('plaster', '#d9cdb4', '#b5a585'),
      fade('door', '#f1f2ef', '#cfd3d0'),
      fade('inside', '#d5d8d4', '#b3b8b4'),
    ].join(''),
    `<rect width="1200" height="900" fill="url(#plaster)"/><rect y="600" width="1200" height="300" fill="#6f7f63"/><rect y="592" width="1200" height="12" fill="#4d5945"/>
    <path d="M980 0 C970 90 1010 160 990 260 C980 320 1020 360 1004 430" stroke="#8d7d5d" stroke-width="4" fill="none"/>
    <rect x="220" y="90" width="700" height="740" rx="14" fill="#000" fill-opacity="0.4" filter="url(#softer)"/>
    <path d="M190 60 L60 110 V850 L190 800Z" fill="url(#door)" stroke="#9ba19e" stroke-width="4"/><rect x="92" y="430" width="18" height="60" rx="6" fill="#5f6669" transform="skewY(-20) translate(0 34)"/>
    <rect x="190" y="60" width="720" height="740" rx="12" fill="url(#door)" stroke="#9ba19e" stroke-width="5"/><rect x="230" y="100" width="640" height="660" fill="url(#inside)"/>
    ${[150, 370, 590].map((y) => `<rect x="250" y="${y + 74}" width="600" height="22" fill="#8e9694"/>`).join('')}
    <rect x="262" y="140" width="150" height="190" rx="6" fill="#f5f6f3" stroke="#9aa09f" stroke-width="3"/><rect x="284" y="190" width="34" height="86" rx="5" fill="#b8bebd"/><rect x="286" y="194" width="30" height="40" rx="4" fill="#1d5fae"/>
    <rect x="346" y="196" width="44" height="34" rx="5" fill="#e7c12f"/><rect x="346" y="252" width="44" height="10" fill="#4c565c"/>
    ${[430, 500, 570, 640, 710, 780].map((x) => breaker(x, 145, false)).join('')}
    ${[262, 332, 402, 472, 542, 612, 682, 752].map((x, index) => breaker(x, 365, index === 4)).join('')}
    ${[262, 332, 402, 472, 542].map((x) => breaker(x, 585, false)).join('')}<rect x="620" y="585" width="228" height="180" fill="#c3c8c4" stroke="#9aa09f" stroke-width="3"/>
    <ellipse cx="573" cy="480" rx="70" ry="120" fill="#c62f28" fill-opacity="0.14" filter="url(#soft)"/>
    ${[340, 562].map((y) => `<rect x="262" y="${y - 8}" width="580" height="22" fill="#faf8ee"/>${[270, 340, 410, 480, 550, 620, 690, 760].map((x) => `<path d="M${x} ${y + 3} q8 -9 16 0 t16 0 t14 0" stroke="#33489a" stroke-width="3" fill="none"/>`).join('')}`).join('')}
    <path d="M560 60 C556 20 580 10 570 -20 M640 60 C650 30 620 10 636 -20 M720 60 C716 30 738 20 726 -20" stroke="#24282a" stroke-width="18" fill="none"/>`
  )
