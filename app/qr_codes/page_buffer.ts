const ROOM = 256 * 1024

/** The drawing of one page, byte by byte. It is used again for a later page, so that a long print leaves no garbage. */
export class PageBuffer {
  private bytes = Buffer.allocUnsafeSlow(ROOM)
  private length = 0

  write(text: string) {
    if (this.length + text.length > this.bytes.length) this.grow(text.length)
    this.length += this.bytes.write(text, this.length, 'latin1')
  }

  /** What was written, until the next page begins here. */
  content() {
    return this.bytes.subarray(0, this.length)
  }

  clear() {
    this.length = 0
  }

  private grow(by: number) {
    const larger = Buffer.allocUnsafeSlow(2 * (this.bytes.length + by))
    this.bytes.copy(larger, 0, 0, this.length)
    this.bytes = larger
  }
}
