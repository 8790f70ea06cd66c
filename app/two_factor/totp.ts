import QRCode from 'qrcode'
import { DateTime } from 'luxon'
import { Secret, TOTP } from 'otpauth'

const PERIOD = 30
/** A clock may be one step ahead or behind. */
const WINDOW = 1
/** No address is longer; a symbol would not hold what is. */
const LONGEST = 254

/** The codes of an authenticator app, from a secret that both sides know. */
export class Totp {
  #totp: TOTP

  constructor(
    readonly secret: string,
    email: string
  ) {
    this.#totp = new TOTP({
      issuer: 'Latchkey',
      label: email.slice(0, LONGEST).toWellFormed(),
      secret: Secret.fromBase32(secret),
      period: PERIOD,
    })
  }

  static newSecret() {
    return new Secret({ size: 20 }).base32
  }

  /** The time step to which a code belongs; null for a wrong one. */
  stepOf(code: string): number | null {
    const timestamp = DateTime.utc().toMillis()
    const delta = this.#totp.validate({ token: code, timestamp, window: WINDOW })
    return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta
  }

  codeAt(timestamp: number) {
    return this.#totp.generate({ timestamp })
  }

  /** For the camera of an authenticator app. */
  symbol() {
    return QRCode.toString(this.#totp.toString(), { type: 'svg', margin: 2 })
  }
}
