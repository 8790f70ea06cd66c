type Urls = Record<'DATABASE_URL' | 'DATABASE_OWNER_URL' | 'DATABASE_SYSTEM_URL', string>

/** With the settings that name no database: the embedded one. */
export function openDatabase(options: {
  settings: { DATA_DIR: string; DATABASE_URL?: string }
  secrets: { passwords: Record<'app' | 'owner' | 'system', string> }
  onLost: (problem: Error) => void
}): Promise<{ urls: Urls; data: string; shelter: string; stop(): Promise<void> }>
