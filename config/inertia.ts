import { defineConfig } from '@adonisjs/inertia'

export default defineConfig({ rootView: 'staff', ssr: { enabled: false, entrypoint: 'resources/js/ssr.ts' } })
