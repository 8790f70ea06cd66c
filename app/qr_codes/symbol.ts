import QRCode from 'qrcode'

const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/

/** The modules of a link. With a logo in its middle a symbol needs the highest level of error correction. */
export function symbolOf(url: string, { hasLogo = false } = {}) {
  // Naming the mode spares `qrcode` its search for one, which is a fifth of its time.
  const segments = ALPHANUMERIC.test(url) ? [{ data: url, mode: 'alphanumeric' as const }] : url
  return QRCode.create(segments, { errorCorrectionLevel: hasLogo ? 'H' : 'M' }).modules
}

const SHARE = 0.13

/** How many modules a side a logo covers, its white rim included; odd, so that it sits in the middle. */
export const logoCoverOf = (modules: number) => 2 * Math.floor(modules * SHARE) + 1
