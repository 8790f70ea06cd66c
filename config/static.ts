import { defineConfig } from '@adonisjs/static'
import { WORKER_POLICY } from '#app/platform/http/guards'

export default defineConfig({
  enabled: true,
  etag: true,
  lastModified: true,
  dotFiles: 'ignore',
  headers: (path) => (path.endsWith('_worker.js') ? { 'Content-Security-Policy': WORKER_POLICY } : {}),
})
