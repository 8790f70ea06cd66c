import { fade, photograph, puddle, round } from './canvas.js'

/** A basement corner with a sump pit and more water than there should be. */
export const wetBasement = () =>
  photograph(
    [
      fade('wallA', '#8f8a82', '#5f5b55'),
      fade('wallB', '#a49e95', '#6e6962'),
      fade('floor', '#6b6761', '#3f3d39'),
      round('pipe', ['#b9b6ac', '#e0ded6', '#ffffff']),
      round('pump', ['#153a4d', '#2a6683', '#5da1bd']),
    ].join(''),
    `<rect width="1200" height="900" fill="url(#wallB)"/><path d="M0 0 H420 V560 L0 720Z" fill="url(#wallA)"/><path d="M0 720 L420 560 H1200 V900 H0Z" fill="url(#floor)"/>
    ${[110, 230, 350, 470].map((y) => `<path d="M420 ${y} H1200" stroke="#514d47" stroke-width="5" stroke-opacity="0.7"/><path d="M0 ${y + 100} L420 ${y}" stroke="#45413c" stroke-width="5" stroke-opacity="0.7"/>`).join('')}
    ${[560, 760, 960, 1160].map((x) => `<path d="M${x} 0 V110 M${x - 100} 110 V230 M${x} 230 V350 M${x - 100} 350 V470 M${x} 470 V560" stroke="#514d47" stroke-width="5" stroke-opacity="0.7"/>`).join('')}
    <path d="M420 420 Q560 380 700 440 T1000 420 T1200 450 V560 H420Z" fill="#26302f" fill-opacity="0.5" filter="url(#slight)"/><path d="M420 430 Q520 400 640 440" stroke="#d8d4c4" stroke-width="6" stroke-opacity="0.6" fill="none"/>
    <path d="M420 0 V560" stroke="#2f2c28" stroke-width="6"/><path d="M0 720 L420 560 H1200" stroke="#282522" stroke-width="7" fill="none"/>
    <path d="M940 0 L1130 0 L1080 90 H980Z" fill="#bcd4de"/><rect x="960" y="10" width="160" height="96" fill="#d5e6ec" stroke="#4c4842" stroke-width="12"/><path d="M1040 12 V104" stroke="#4c4842" stroke-width="8"/>
    ${puddle(640, 740, 520, 118)}${puddle(1000, 660, 180, 34)}
    <ellipse cx="640" cy="716" rx="230" ry="80" fill="#1a1d1d"/><ellipse cx="640" cy="722" rx="206" ry="66" fill="#4d7280"/><ellipse cx="600" cy="706" rx="110" ry="22" fill="#fff" fill-opacity="0.35" filter="url(#slight)"/>
    <rect x="556" y="560" width="120" height="170" rx="24" fill="url(#pump)"/><rect x="574" y="536" width="84" height="36" rx="10" fill="#173746"/><rect x="690" y="-20" width="46" height="730" fill="url(#pipe)"/>
    <rect x="676" y="330" width="74" height="86" rx="12" fill="#20282b"/><rect x="682" y="352" width="62" height="12" fill="#d9d4c4"/><rect x="682" y="384" width="62" height="12" fill="#d9d4c4"/>
    <path d="M600 540 C560 380 470 330 470 210" stroke="#131515" stroke-width="12" fill="none"/><rect x="446" y="140" width="50" height="76" rx="6" fill="#e9e6da"/><circle cx="471" cy="168" r="6" fill="#333"/><circle cx="471" cy="192" r="6" fill="#333"/>
    <path d="M510 640 C470 620 440 660 410 650" stroke="#131515" stroke-width="8" fill="none"/><ellipse cx="404" cy="654" rx="34" ry="20" fill="#e57f1e"/>
    <path d="M70 700 L120 470 H300 L330 620Z" fill="#b98a52"/><path d="M120 470 H300 L276 420 H150Z" fill="#d7ab70"/><path d="M76 690 L326 606 L330 626 L72 712Z" fill="#5b3f20" fill-opacity="0.8"/>
    ${[560, 720, 850].map((x, index) => `<ellipse cx="${x}" cy="${790 + index * 14}" rx="60" ry="11" fill="none" stroke="#fff" stroke-opacity="0.4" stroke-width="4"/>`).join('')}`
  )
