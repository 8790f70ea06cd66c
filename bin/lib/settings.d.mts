type Settings = Record<
  | 'PORT'
  | 'HOST'
  | 'APP_URL'
  | 'DATA_DIR'
  | 'QUEUE_DRIVER'
  | 'DRIVE_DISK'
  | 'APP_KEY'
  | 'AMQP_URL'
  | 'DATABASE_URL',
  string | undefined
>

export function readSettings(
  env: Record<string, string | undefined>,
  root: string
): { settings: Settings; problems: string[] }
