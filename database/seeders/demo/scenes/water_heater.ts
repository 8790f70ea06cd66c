import { COPPER, ENAMEL, fade, photograph, puddle, round } from './canvas.js'

/** A tank in its closet that stands in its own water. */
export const waterHeater = () =>
  photograph(
    [
      fade('wall', '#cbb79a', '#9b8768'),
      fade('floor', '#8c8880', '#5e5b55'),
      round('tank', ENAMEL),
      round('copper', COPPER),
      round('vent', ['#6f777b', '#b2babd', '#eef2f3']),
    ].join(''),
    `<rect width="1200" height="900" fill="url(#wall)"/><rect y="720" width="1200" height="180" fill="url(#floor)"/>
    ${[140, 470, 800, 1080].map((x) => `<rect x="${x}" width="20" height="724" fill="#7c6a4d" fill-opacity="0.5"/>`).join('')}
    <path d="M0 722 H1200" stroke="#423d35" stroke-width="6"/>
    <ellipse cx="600" cy="800" rx="330" ry="60" fill="#000" fill-opacity="0.5" filter="url(#softer)"/>
    ${puddle(640, 800, 400, 66)}
    <rect x="545" y="-20" width="110" height="140" fill="url(#vent)"/><path d="M520 118 L680 118 L650 78 H550Z" fill="#8f979b"/>
    <rect x="400" y="-20" width="30" height="190" fill="url(#copper)"/><rect x="770" y="-20" width="30" height="190" fill="url(#copper)"/>
    <rect x="388" y="96" width="54" height="20" rx="5" fill="#2656a0"/><rect x="758" y="96" width="54" height="20" rx="5" fill="#b02a24"/>
    <path d="M340 190 Q600 120 860 190 V770 Q600 836 340 770Z" fill="url(#tank)"/><path d="M340 190 Q600 120 860 190 Q600 252 340 190Z" fill="#eef1f2" stroke="#a7adb0" stroke-width="3"/>
    <path d="M340 700 Q600 766 860 700" stroke="#9aa0a3" stroke-width="4" fill="none"/>
    <rect x="480" y="310" width="240" height="150" rx="8" fill="#fbe9a8" stroke="#cdb765" stroke-width="4"/><rect x="500" y="328" width="200" height="26" fill="#1f2427"/>
    ${[374, 398, 422].map((y) => `<path d="M502 ${y} H${y === 422 ? 620 : 696}" stroke="#7b745a" stroke-width="7"/>`).join('')}
    <rect x="510" y="566" width="180" height="92" rx="10" fill="#3b4145"/><circle cx="556" cy="612" r="30" fill="#15181a" stroke="#c33" stroke-width="6"/><path d="M556 612 V588" stroke="#fff" stroke-width="5"/>
    <rect x="614" y="588" width="54" height="14" rx="4" fill="#c9a24b"/><rect x="614" y="618" width="54" height="14" rx="4" fill="#7a8286"/>
    <rect x="690" y="604" width="240" height="20" fill="#c9a24b"/><rect x="918" y="604" width="22" height="130" fill="#3a3f42"/>
    <rect x="852" y="250" width="60" height="30" rx="6" fill="#c9a24b"/><rect x="888" y="276" width="22" height="440" fill="url(#copper)"/>
    <path d="M440 700 C446 720 436 748 444 790" stroke="#7d4a20" stroke-width="16" stroke-opacity="0.75" fill="none"/><path d="M476 712 C480 740 470 760 480 800" stroke="#9a6230" stroke-width="10" stroke-opacity="0.7" fill="none"/>
    <path d="M380 240 V690" stroke="#fff" stroke-opacity="0.55" stroke-width="22" filter="url(#soft)"/>`
  )
