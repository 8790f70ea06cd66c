export function hashOf(
  root: string,
  paths: string[],
  options?: { isIgnored?: (file: string) => boolean }
): string

export function stampAt(path: string): {
  matches(hash: string): boolean
  set(hash: string): void
  clear(): void
}
