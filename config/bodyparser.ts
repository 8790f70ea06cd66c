import { defineConfig } from '@adonisjs/core/bodyparser'

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: { convertEmptyStringsToNull: true, types: ['application/x-www-form-urlencoded'] },
  json: {
    convertEmptyStringsToNull: true,
    types: ['application/json', 'application/scim+json', 'application/csp-report'],
  },
  // Read by the controllers that take files, when they know who sends them (UploadedForm).
  multipart: {
    autoProcess: false,
    convertEmptyStringsToNull: true,
    limit: '40mb',
    types: ['multipart/form-data'],
  },
})
