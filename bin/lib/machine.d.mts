export function requireNode(version?: string): void

export function requireSystem(machine?: {
  platform?: string
  arch?: string
  libc?: 'glibc' | 'musl' | 'native'
  hasDatabase?: boolean
}): void

export function requireWritable(folder: string, remedy: string): void

export function requireSpace(folder: string, megabytes: number): void
