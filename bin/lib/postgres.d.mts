export type PostgresServer = {
  port: number
  pid: number
  log: string
  data: string
  adminUrl: string
  stop(): Promise<void>
}

export function startPostgres(options: {
  dir: string
  port?: number
  settings?: Record<string, string>
  isDurable?: boolean
  root?: string
  onExit?: () => void
}): Promise<PostgresServer>

export function runningPort(dir: string): Promise<number>
