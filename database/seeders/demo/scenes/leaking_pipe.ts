import { COPPER, drop, fade, photograph, PLASTIC, puddle, round } from './canvas.js'

/** The cabinet below a sink, with a trap that drips into a bucket. */
export const leakingPipe = () =>
  photograph(
    [
      round('pvc', PLASTIC),
      round('pvcLying', PLASTIC, true),
      round('copper', COPPER),
      round('bucket', ['#8c1f1a', '#c43a30', '#ec7a6c']),
      fade('back', '#b58f63', '#7c5a37'),
      fade('floor', '#9a7448', '#6a4b2a'),
    ].join(''),
    `<rect width="1200" height="900" fill="url(#back)"/>
    ${[150, 380, 640, 890].map((x) => `<path d="M${x} 90 C${x + 18} 280 ${x - 14} 450 ${x + 8} 640" stroke="#6d4c2b" stroke-opacity="0.35" stroke-width="5" fill="none"/>`).join('')}
    <rect y="640" width="1200" height="260" fill="url(#floor)"/>
    <path d="M0 640 H1200" stroke="#3f2b17" stroke-width="7"/>
    <rect width="70" height="900" fill="#d8c4a4"/><rect x="70" width="16" height="900" fill="#5a4025"/>
    <rect x="1130" width="70" height="900" fill="#cdb895"/><rect x="1114" width="16" height="900" fill="#4a331c"/>
    <path d="M250 0 H900 L850 92 Q575 150 300 92Z" fill="#aeb6ba"/><path d="M250 0 H900 L850 92 Q575 150 300 92Z" fill="none" stroke="#5d676d" stroke-width="5"/>
    <rect x="200" y="0" width="26" height="520" fill="url(#copper)"/><rect x="184" y="500" width="58" height="74" rx="12" fill="#8d949a"/>
    <ellipse cx="213" cy="600" rx="42" ry="17" fill="#2b62a8"/>
    <rect x="980" y="0" width="26" height="500" fill="url(#copper)"/><rect x="964" y="480" width="58" height="74" rx="12" fill="#8d949a"/>
    <ellipse cx="993" cy="580" rx="42" ry="17" fill="#a82b2b"/>
    <path d="M226 300 C330 330 400 180 420 90" stroke="#a7adb3" stroke-width="15" fill="none"/>
    <path d="M980 320 C880 350 770 210 745 90" stroke="#a7adb3" stroke-width="15" fill="none"/>
    <rect x="538" y="104" width="80" height="230" fill="url(#pvc)"/><rect x="522" y="126" width="112" height="42" rx="9" fill="#c9c6bb"/>
    <rect x="522" y="316" width="112" height="50" rx="9" fill="#d7d4ca"/>
    <path d="M578 350 V440 Q578 512 650 512 Q722 512 722 440 V400" stroke="#8f8c82" stroke-width="88" fill="none"/>
    <path d="M578 350 V440 Q578 512 650 512 Q722 512 722 440 V400" stroke="#e6e4db" stroke-width="74" fill="none"/>
    <path d="M562 356 V446 Q566 528 648 530" stroke="#fff" stroke-width="13" fill="none" stroke-opacity="0.85"/>
    <rect x="666" y="364" width="112" height="46" rx="9" fill="#d0cdc2"/><rect x="760" y="300" width="300" height="74" fill="url(#pvcLying)"/>
    <path d="M720 366 Q720 336 764 336" stroke="#e2dfd6" stroke-width="74" fill="none"/>
    <path d="M600 545 Q650 580 700 545" stroke="#4c7f96" stroke-width="8" fill="none" stroke-opacity="0.8"/>
    ${drop(650, 600, 15)}${drop(650, 668, 12)}
    <ellipse cx="650" cy="848" rx="210" ry="34" fill="#2b1b0c" fill-opacity="0.55" filter="url(#soft)"/>
    <path d="M490 690 H810 L776 850 Q650 876 524 850Z" fill="url(#bucket)"/><ellipse cx="650" cy="690" rx="160" ry="36" fill="#5e1510"/>
    <ellipse cx="650" cy="700" rx="146" ry="28" fill="#86b2c4"/><ellipse cx="650" cy="700" rx="54" ry="10" fill="none" stroke="#fff" stroke-width="4"/>
    <ellipse cx="650" cy="700" rx="95" ry="18" fill="none" stroke="#fff" stroke-opacity="0.6" stroke-width="3"/>
    ${puddle(330, 800, 150, 34)}`
  )
