import { defineConfig } from '@adonisjs/core/bodyparser'

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: { convertEmptyStringsToNull: true, types: ['application/x-www-form-urlencoded'] },
  json: {
    convertEmptyStringsToNull: true,
    types: ['application/json', 'application/scim+json', 'application/csp-report'],
  },
  multipart: {
    autoProcess: true,
    convertEmptyStringsToNull: true,
    processManually: [
      '/q/:token',
      '/f/:company/:path',
      '/f/:company/:path/embedded',
      '/s/:token/messages',
      '/leads/:lead_id/attachments',
      '/api/leads/:lead_id/uploads',
    ],
    limit: '40mb',
    types: ['multipart/form-data'],
  },
})
