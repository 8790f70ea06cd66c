/** How large a file is: 240 kB, 1.2 MB. */
export function sizeInWords(bytes: number) {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  const digits = { maximumFractionDigits: size < 10 ? 1 : 0 }
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, ...digits }).format(size)
}
