export class RunFiles {
  constructor(folder: string)
  write(name: string, pid: number): void
  claim(name: string): number | undefined
  remove(name: string): void
  runningPid(name: string): number | undefined
  sweep(): Promise<void>
}
