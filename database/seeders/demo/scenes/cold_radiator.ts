import { COPPER, fade, photograph, puddle, round } from './canvas.js'

const RIBS = [300, 376, 452, 528, 604, 680, 756, 832]

/** An old cast-iron radiator below a window, with a valve that weeps. */
export const coldRadiator = () =>
  photograph(
    [
      fade('wall', '#9fb3bb', '#7e949d'),
      fade('floor', '#a9773f', '#6d4722'),
      fade('sky', '#dfe9ee', '#b6c9d3'),
      round('iron', ['#a8a294', '#dcd6c8', '#fffdf5']),
      round('copper', COPPER),
    ].join(''),
    `<rect width="1200" height="900" fill="url(#wall)"/>
    <rect x="250" y="-20" width="700" height="300" fill="#f3f1ea"/><rect x="280" y="-20" width="310" height="270" fill="url(#sky)"/><rect x="612" y="-20" width="308" height="270" fill="url(#sky)"/>
    <path d="M280 210 Q360 150 430 196 T590 180 V250 H280Z" fill="#fff" fill-opacity="0.8"/><path d="M612 196 Q720 150 790 200 T920 176 V250 H612Z" fill="#fff" fill-opacity="0.8"/>
    <rect x="210" y="270" width="780" height="44" rx="5" fill="#e7e3d6"/><rect x="210" y="312" width="780" height="10" fill="#5c6f77"/>
    <rect y="740" width="1200" height="160" fill="url(#floor)"/>${[780, 826, 872].map((y) => `<path d="M0 ${y} H1200" stroke="#553618" stroke-width="4" stroke-opacity="0.6"/>`).join('')}
    <rect y="700" width="1200" height="42" fill="#efece2"/><path d="M0 742 H1200" stroke="#4a3219" stroke-width="5"/>
    <rect x="300" y="400" width="640" height="330" rx="20" fill="#1c2b31" fill-opacity="0.5" filter="url(#softer)"/>
    ${RIBS.map(
      (
        x
      ) => `<rect x="${x}" y="376" width="70" height="318" rx="32" fill="url(#iron)" stroke="#8d8777" stroke-width="3"/>
      <rect x="${x + 24}" y="410" width="20" height="250" rx="10" fill="#7c7668" fill-opacity="0.5"/><path d="M${x + 8} 690 v40 h14 v-36 M${x + 48} 690 v40 h14 v-36" fill="#b7b09f"/>`
    ).join('')}
    <path d="M310 396 H900" stroke="#fff" stroke-opacity="0.5" stroke-width="5"/>
    <rect x="900" y="640" width="96" height="36" fill="#c8a24a"/><rect x="968" y="664" width="32" height="110" fill="url(#copper)"/>
    <rect x="956" y="596" width="56" height="66" rx="8" fill="#b98d36"/><rect x="944" y="560" width="80" height="40" rx="14" fill="#f4f2ea" stroke="#a9a491" stroke-width="4"/>
    <path d="M924 676 C930 700 918 720 930 744" stroke="#8a4f22" stroke-width="12" stroke-opacity="0.75" fill="none"/>
    <path d="M934 672 C944 704 936 730 944 752" stroke="#b06c33" stroke-width="8" stroke-opacity="0.7" fill="none"/>
    ${puddle(900, 810, 150, 30)}
    <path d="M120 742 C130 650 190 660 196 742Z" fill="#b9863f"/><path d="M158 660 C120 560 90 600 76 520 M158 660 C160 560 190 560 186 490 M158 660 C200 590 236 610 250 550" stroke="#3c6b3a" stroke-width="14" fill="none"/>`
  )
