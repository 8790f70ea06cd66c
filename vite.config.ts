import { defineConfig } from 'vite'
import vue from '@vitejs/plugin-vue'
import ui from '@nuxt/ui/vite'
import adonisjs from '@adonisjs/vite/client'

// What is built for use leaves the sources as they are.
const declarations = process.env.DECLARATIONS_DIR ?? 'resources/js'

export default defineConfig({
  // A plugin brings a server environment along, which would be built over the browser's files.
  builder: { buildApp: async ({ build, environments }) => void (await build(environments.client)) },
  plugins: [
    vue(),
    ui({
      router: 'inertia',
      ui: { colors: { primary: 'brand', neutral: 'slate' } },
      autoImport: { dts: `${declarations}/auto-imports.d.ts` },
      components: { dts: `${declarations}/components.d.ts`, dirs: ['resources/js/components'] },
      icon: {
        mode: 'svg',
        clientBundle: { scan: { globInclude: ['**/resources/js/**/*.{vue,ts}'] }, sizeLimitKb: 256 },
      },
    }),
    adonisjs({
      entryPoints: ['resources/js/app.ts', 'resources/js/public.ts', 'resources/css/public.css'],
      reload: ['resources/views/**/*.edge'],
    }),
  ],
  resolve: {
    alias: {
      '~/': `${import.meta.dirname}/resources/js/`,
      '@generated': `${import.meta.dirname}/.adonisjs/client/`,
    },
  },
})
