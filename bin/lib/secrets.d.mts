type Secrets = { appKey: string; passwords: Record<'app' | 'owner' | 'system', string> }

export function openSecrets(dataDir: string): Secrets
