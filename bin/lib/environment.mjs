import { join } from 'node:path'
import { queuePrefix } from './secrets.mjs'

/** What the processes of an installation are told: its settings, database, keys and the Node of its packages. */
export function environmentOf({ root, settings, secrets, urls, isDevelopment = false }) {
  const own = {
    ...settings,
    ...urls,
    APP_KEY: settings.APP_KEY ?? secrets.appKey,
    NODE_COMPILE_CACHE: join(settings.DATA_DIR, 'compiled'),
    QUEUE_PREFIX: process.env.QUEUE_PREFIX ?? queuePrefix(secrets, settings),
  }
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  const PATH = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`
  return { ...process.env, ...given, PATH, NODE_ENV: isDevelopment ? 'development' : 'production' }
}
