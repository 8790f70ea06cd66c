import { indexEntities } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/core/app'
import { indexPages } from '@adonisjs/inertia'
import { indexPolicies } from '@adonisjs/bouncer'
import { generateRegistry } from '@tuyau/core/hooks'

export default defineConfig({
  directories: { commands: 'app/commands' },

  commands: [() => import('@adonisjs/core/commands'), () => import('@adonisjs/lucid/commands')],

  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    { file: () => import('@adonisjs/core/providers/repl_provider'), environment: ['repl'] },
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/vite/vite_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/cors/cors_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/inertia/inertia_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/ally/ally_provider'),
    () => import('@adonisjs/bouncer/bouncer_provider'),
    () => import('@adonisjs/mail/mail_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('@adonisjs/drive/drive_provider'),
    () => import('@adonisjs/transmit/transmit_provider'),
    () => import('#app/platform/platform_provider'),
  ],

  preloads: [
    () => import('#start/validator'),
    () => import('#start/routes'),
    () => import('#start/kernel'),
    { file: () => import('#start/events'), environment: ['web'] },
    { file: () => import('#start/live'), environment: ['web'] },
  ],

  tests: {
    suites: [
      { name: 'drift', files: ['tests/drift.spec.ts'], timeout: 60_000 },
      { name: 'architecture', files: ['tests/architecture/**/*.spec.ts'], timeout: 60_000 },
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 20_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'], timeout: 60_000 },
      {
        name: 'functional-long',
        files: [
          'tests/functional/access/related_records.spec.ts',
          'tests/functional/crm_connections/shuffled_webhooks.spec.ts',
        ],
        timeout: 900_000,
      },
      { name: 'sign-in', files: ['tests/sign_in/**/*.spec.ts'], timeout: 60_000 },
      { name: 'security', files: ['tests/security/*.spec.ts'], timeout: 120_000 },
      { name: 'security-long', files: ['tests/security/*.spec.ts'], timeout: 600_000 },
      { name: 'security-browser', files: ['tests/security/browser/*.spec.ts'], timeout: 400_000 },
      { name: 'security-browser-long', files: ['tests/security/browser/*.spec.ts'], timeout: 400_000 },
      { name: 'broker', files: ['tests/broker/**/*.spec.ts'], timeout: 60_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'], timeout: 180_000 },
      { name: 'browser-long', files: ['tests/browser/**/*.spec.ts'], timeout: 180_000 },
      { name: 'screens', files: ['tests/screens/**/*.spec.ts'], timeout: 600_000 },
      { name: 'faults', files: ['tests/faults/**/*.spec.ts'], timeout: 180_000 },
      { name: 'faults-long', files: ['tests/faults/**/*.spec.ts'], timeout: 600_000 },
    ],
    forceExit: false,
  },

  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
    { pattern: 'resources/lang/**/*.json', reloadServer: false },
    { pattern: 'resources/passwords/**', reloadServer: false },
    { pattern: 'docs/openapi.json', reloadServer: false },
  ],

  hooks: {
    init: [
      indexEntities({
        controllers: { enabled: true, source: 'app', glob: ['**/*_controller.ts'], importAlias: '#app' },
        transformers: {
          enabled: true,
          source: 'app',
          glob: ['**/*_transformer.ts'],
          importAlias: '#app',
          withSharedProps: true,
          inertiaMiddlewareImportPath: '#app/identity/inertia_middleware',
        },
      }),
      indexPages({ framework: 'vue3', source: 'resources/js/pages' }),
      indexPolicies({ source: 'app', glob: ['**/*_policy.ts'], importAlias: '#app' }),
      generateRegistry(),
    ],
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },
})
