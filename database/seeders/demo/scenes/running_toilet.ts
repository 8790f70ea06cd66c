import { CHROME, ENAMEL, fade, photograph, puddle, round } from './canvas.js'

const DARK = '#39454b'

/** A toilet that stands in a puddle, with its tank open. */
export const runningToilet = () =>
  photograph(
    [
      fade('wall', '#d6cfe0', '#a79fb5'),
      fade('floor', '#77818a', '#515a62'),
      round('china', ENAMEL),
      round('chrome', CHROME),
      fade('inside', '#7fa9b8', '#4f7d8e'),
    ].join(''),
    `<rect width="1200" height="900" fill="url(#wall)"/>
    <rect y="420" width="1200" height="290" fill="#eef0f1"/>${[0, 150, 300, 450, 600, 750, 900, 1050].map((x) => `<rect x="${x + 5}" y="430" width="140" height="130" rx="4" fill="#fff"/><rect x="${x + 5}" y="570" width="140" height="130" rx="4" fill="#fbfbfb"/>`).join('')}
    <rect y="410" width="1200" height="16" fill="#7e8d94"/>
    <rect y="706" width="1200" height="194" fill="url(#floor)"/>${[90, 330, 570, 810, 1050].map((x) => `<path d="M${x} 900 L${600 + (x - 600) * 0.7} 708" stroke="${DARK}" stroke-opacity="0.5" stroke-width="4"/>`).join('')}
    <path d="M0 790 H1200" stroke="${DARK}" stroke-opacity="0.5" stroke-width="4"/>
    ${puddle(640, 820, 380, 52)}
    <rect x="394" y="120" width="430" height="300" rx="14" fill="#000" fill-opacity="0.3" filter="url(#softer)"/>
    <rect x="390" y="96" width="420" height="320" rx="18" fill="url(#china)"/><rect x="410" y="104" width="380" height="96" rx="8" fill="${DARK}"/><rect x="420" y="136" width="360" height="64" fill="url(#inside)"/>
    <rect x="470" y="90" width="26" height="110" fill="#f4f6f6"/><circle cx="484" cy="118" r="32" fill="#d7423a"/><path d="M484 118 H640" stroke="#c9a24b" stroke-width="9"/>
    <rect x="628" y="84" width="46" height="116" rx="8" fill="#eceff0"/><rect x="700" y="110" width="30" height="90" fill="#dfe4e6"/>
    <path d="M434 150 C470 142 520 158 560 148 S700 156 768 146" stroke="#fff" stroke-opacity="0.8" stroke-width="4" fill="none"/>
    <rect x="350" y="230" width="66" height="26" rx="12" fill="url(#chrome)"/>
    <path d="M420 420 H780 C800 480 830 520 830 560 C830 640 740 668 720 690 L706 812 Q600 836 494 812 L480 690 C460 668 370 640 370 560 C370 520 400 480 420 420Z" fill="url(#china)"/>
    <ellipse cx="600" cy="540" rx="226" ry="92" fill="#fff" stroke="#b4bcc0" stroke-width="4"/><ellipse cx="600" cy="546" rx="170" ry="64" fill="#aab7bd"/><ellipse cx="600" cy="562" rx="120" ry="38" fill="url(#inside)"/>
    <path d="M540 500 C536 530 548 545 544 566 M660 500 C664 530 652 548 658 566 M600 496 V560" stroke="#fff" stroke-width="7" stroke-opacity="0.8" fill="none"/>
    <path d="M900 706 V520 H836" stroke="#8d979c" stroke-width="16" fill="none"/><rect x="876" y="600" width="50" height="34" rx="8" fill="url(#chrome)"/>
    <ellipse cx="986" cy="806" rx="112" ry="26" fill="#000" fill-opacity="0.35" filter="url(#soft)"/><path d="M890 800 C900 720 1080 720 1090 800 C1060 830 920 830 890 800Z" fill="#4a8f7d"/><path d="M910 770 C960 740 1030 742 1072 772" stroke="#fff" stroke-opacity="0.4" stroke-width="8" fill="none"/>`
  )
