export type RunningBroker = { url: string; kind: 'running'; stop(): Promise<void> }

export type OwnBroker = {
  url: string
  kind: 'installed' | 'unpacked' | 'container'
  /** Ends it at once, keeping its data. */
  kill(): Promise<void>
  /** Starts it again on the same data and port. */
  restart(): Promise<void>
  /** Runs rabbitmqctl; not there in a container. */
  control?(words: string[]): Promise<void>
  stop(): Promise<void>
}

type Options = { cache: string; env?: NodeJS.ProcessEnv; port?: number; say?: (line: string) => void }

export function startRabbit(options: Options & { isPrivate: true }): Promise<OwnBroker>
export function startRabbit(options: Options & { isPrivate?: false }): Promise<RunningBroker | OwnBroker>
