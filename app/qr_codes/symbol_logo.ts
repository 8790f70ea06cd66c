const PIXELS = 192
const WHITE = '#ffffff'

/** A company's logo in the middle of its symbols: small enough for error correction to read past it. */
export class SymbolLogo {
  constructor(
    private tenantId: string,
    private key: string
  ) {}

  /** Square and on white; null when the picture is gone from the drive. */
  async picture() {
    // Most sheets show none, and what draws pictures is large.
    const { default: sharp } = await import('sharp')
    const { default: Logo } = await import('#app/tenancy/logo')
    const stored = await Logo.read(this.tenantId, this.key)
    if (!stored) return null
    const square = sharp(stored).flatten({ background: WHITE })
    const png = await square.resize(PIXELS, PIXELS, { fit: 'contain', background: WHITE }).png().toBuffer()
    return { side: PIXELS, png, rgb: await sharp(png).toColourspace('srgb').removeAlpha().raw().toBuffer() }
  }
}

export type SymbolPicture = NonNullable<Awaited<ReturnType<SymbolLogo['picture']>>>
