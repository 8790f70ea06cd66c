import { defineConfig } from '@adonisjs/cors'
import { corsOrigins } from '#config/api'

export default defineConfig({
  enabled: ({ request }) => corsOrigins.length > 0 && request.url().startsWith('/api/'),
  origin: corsOrigins,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  headers: [
    'authorization',
    'content-type',
    'accept',
    'idempotency-key',
    'if-match',
    'if-none-match',
    'x-request-id',
  ],
  exposeHeaders: [
    'etag',
    'link',
    'retry-after',
    'ratelimit',
    'ratelimit-policy',
    'idempotency-replayed',
    'x-request-id',
    'www-authenticate',
  ],
  // A token is sent by whoever holds it: no page of another origin is given the reader's cookies.
  credentials: false,
  maxAge: 600,
})
