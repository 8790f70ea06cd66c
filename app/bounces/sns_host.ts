import { X509Certificate, type KeyObject } from 'node:crypto'
import { safeFetch } from '#app/platform/outbound/safe_http'
import { MailReportRefusedError } from '#app/bounces/errors'

const KEPT = 20

/** The servers of Amazon SNS. Whoever asks has checked that the address is one of theirs. */
export class SnsHost {
  #certificates = new Map<string, X509Certificate>()

  async get(url: string) {
    const answer = await safeFetch(url, {}, { maxBytes: 65_536, maxRedirects: 0 })
    if (!answer.ok) throw new MailReportRefusedError('Amazon SNS does not know what it names')
    return answer.text()
  }

  /** The key of a certificate that they serve. */
  async keyAt(url: string): Promise<KeyObject> {
    const certificate = this.#certificates.get(url) ?? (await this.#load(url))
    const now = Date.now()
    const isValid = Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo)
    if (!isValid) throw new MailReportRefusedError('its certificate has expired')
    return certificate.publicKey
  }

  async #load(url: string) {
    const certificate = new X509Certificate(await this.get(url))
    if (this.#certificates.size >= KEPT) this.#certificates.clear()
    this.#certificates.set(url, certificate)
    return certificate
  }
}

export const snsHost = new SnsHost()
