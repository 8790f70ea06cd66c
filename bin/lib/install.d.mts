type Packages = Record<string, { version?: string; optional?: boolean }>

export function isInstalled(wanted: Packages, found: Packages): boolean
