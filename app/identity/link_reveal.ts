import { appUrl } from '#config/app'
import { hasMailServer } from '#config/mail'
import { LinksNotRevealedError } from '#app/identity/errors'

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Secret links are shown on screen only where no mail leaves and nobody else can reach the product. */
export const revealsLinks = (installation: { appUrl: string; hasMailServer: boolean }) =>
  LOOPBACK.test(new URL(installation.appUrl).hostname) && !installation.hasMailServer

export const areLinksRevealed = () => revealsLinks({ appUrl, hasMailServer })

export function requireRevealedLinks() {
  if (!areLinksRevealed()) throw new LinksNotRevealedError()
}
