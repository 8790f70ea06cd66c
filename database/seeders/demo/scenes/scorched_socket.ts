import { fade, photograph } from './canvas.js'

/** A wall socket with traces of heat around one of its holes. */
export const scorchedSocket = () =>
  photograph(
    [
      fade('paper', '#cddbe0', '#a5b9c1'),
      fade('frame', '#ffffff', '#dcdcd6'),
      fade('board', '#f2f1ec', '#c9c7bf'),
      '<radialGradient id="well"><stop offset="0.6" stop-color="#d9d8d2"/><stop offset="1" stop-color="#b5b3ab"/></radialGradient>',
      '<radialGradient id="burn"><stop offset="0" stop-color="#120c07" stop-opacity="0.95"/><stop offset="0.45" stop-color="#3a2412" stop-opacity="0.75"/><stop offset="1" stop-color="#7a5a34" stop-opacity="0"/></radialGradient>',
    ].join(''),
    `<rect width="1200" height="900" fill="url(#paper)"/>
    ${Array.from({ length: 9 }, (_, index) => `<rect x="${index * 140 - 20}" width="58" height="740" fill="#fff" fill-opacity="0.22"/>`).join('')}
    <rect y="730" width="1200" height="120" fill="url(#board)"/><rect y="846" width="1200" height="54" fill="#7d5a36"/><path d="M0 732 H1200" stroke="#8b979c" stroke-width="4"/>
    <rect x="300" y="190" width="560" height="460" rx="30" fill="#000" fill-opacity="0.35" filter="url(#softer)"/>
    <rect x="270" y="160" width="600" height="460" rx="30" fill="url(#frame)" stroke="#b9b9b2" stroke-width="4"/><path d="M300 166 H840" stroke="#fff" stroke-width="8"/>
    ${[424, 716]
      .map(
        (
          x
        ) => `<circle cx="${x}" cy="390" r="128" fill="url(#frame)" stroke="#c1c0b8" stroke-width="4"/><circle cx="${x}" cy="390" r="104" fill="url(#well)" stroke="#a19f96" stroke-width="4"/>
        <circle cx="${x - 42}" cy="390" r="16" fill="#1c1c1a"/><circle cx="${x + 42}" cy="390" r="16" fill="#1c1c1a"/>
        <rect x="${x - 13}" y="282" width="26" height="40" rx="4" fill="#c8a24a"/><rect x="${x - 13}" y="458" width="26" height="40" rx="4" fill="#c8a24a"/>`
      )
      .join('')}
    <ellipse cx="770" cy="372" rx="150" ry="170" fill="url(#burn)"/><path d="M758 386 C790 300 770 240 800 170 C812 130 806 90 822 40" stroke="#2a1a0d" stroke-width="60" stroke-opacity="0.35" fill="none" filter="url(#softer)"/>
    <path d="M742 378 q18 -14 34 6 q10 20 -6 34 q-22 8 -34 -10 q-6 -18 6 -30Z" fill="#0d0906"/><path d="M700 430 C736 452 770 448 800 424" stroke="#4a3420" stroke-width="7" fill="none"/>
    <path d="M1010 730 C1040 640 980 600 1030 520 C1060 470 1150 480 1210 430" stroke="#222629" stroke-width="20" fill="none"/><rect x="968" y="690" width="84" height="60" rx="14" fill="#2d3235"/><rect x="948" y="704" width="24" height="9" fill="#c9cdd0"/><rect x="948" y="728" width="24" height="9" fill="#4a3420"/>`
  )
