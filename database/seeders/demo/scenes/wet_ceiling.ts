import { drop, fade, photograph } from './canvas.js'

const ring = (scale: number, color: string, opacity: number) =>
  `<path transform="translate(560 300) scale(${scale} ${scale * 0.62})" fill="${color}" fill-opacity="${opacity}"
    d="M-250 10 C-262 -120 -150 -196 -20 -188 C60 -250 210 -190 236 -84 C300 -30 268 120 170 142 C120 226 -40 214 -96 168 C-190 182 -262 110 -250 10Z"/>`

/** A ceiling with a stain that grew, and the lamp next to it. */
export const wetCeiling = () =>
  photograph(
    [
      fade('ceiling', '#f2efe8', '#d8d3c7'),
      fade('wallLeft', '#b9c4bd', '#8a978f'),
      fade('wallBack', '#cdd6cf', '#a5b1a9'),
      '<radialGradient id="glow"><stop offset="0" stop-color="#fff3c4"/><stop offset="1" stop-color="#fff3c4" stop-opacity="0"/></radialGradient>',
    ].join(''),
    `<rect width="1200" height="900" fill="url(#ceiling)"/>
    <path d="M0 560 L190 640 H1200 V900 H0Z" fill="url(#wallBack)"/><path d="M0 330 L190 640 V900 H0Z" fill="url(#wallLeft)"/>
    <path d="M0 318 L196 632 H1200" stroke="#faf8f2" stroke-width="26" fill="none"/><path d="M0 338 L190 648 H1200" stroke="#6f7a73" stroke-width="4" fill="none"/>
    <g filter="url(#slight)">
      ${ring(1.22, '#c9a468', 0.35)}${ring(1.1, '#8d6430', 0.42)}${ring(1.04, '#e9dcc0', 0.95)}${ring(0.82, '#b98f52', 0.45)}
      ${ring(0.76, '#dcc79c', 0.9)}${ring(0.5, '#8a6a3c', 0.5)}${ring(0.34, '#63502f', 0.45)}
    </g>
    <path d="M430 268 C470 250 520 262 560 252 C600 242 640 262 700 250" stroke="#8a7a5c" stroke-width="4" fill="none"/>
    <path d="M520 318 C560 330 604 318 660 334 C690 342 712 330 742 338" stroke="#9a8a6a" stroke-width="3" fill="none"/>
    <path d="M640 300 C666 318 700 306 716 326 L690 350 C660 346 640 330 640 300Z" fill="#f6f1e2" stroke="#9a8a6a" stroke-width="3"/>
    <ellipse cx="566" cy="300" rx="38" ry="15" fill="#3d3220" fill-opacity="0.55" filter="url(#slight)"/>
    <path d="M556 306 Q566 344 576 306Z" fill="#a9c9d6"/>${drop(566, 400, 13)}${drop(566, 520, 11)}
    <circle cx="960" cy="190" r="190" fill="url(#glow)" fill-opacity="0.8"/>
    <ellipse cx="960" cy="186" rx="112" ry="56" fill="#b9a988"/><ellipse cx="960" cy="198" rx="100" ry="48" fill="#fffbe8"/><ellipse cx="960" cy="192" rx="16" ry="9" fill="#a3905f"/>
    <rect x="820" y="720" width="260" height="180" fill="#6d4d33"/><rect x="838" y="738" width="224" height="162" fill="#86a7b8"/>
    <path d="M838 900 L900 820 L950 860 L1010 790 L1062 850 V900Z" fill="#4d6a55"/>`
  )
