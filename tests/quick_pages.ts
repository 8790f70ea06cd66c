import type { ApplicationService } from '@adonisjs/core/types'
import edge from 'edge.js'

const ENTRIES = ['resources/js/app.ts', 'resources/js/public.ts', 'resources/css/public.css']

/**
 * Pages as in production: of templates that are compiled once, and without Vite's development server. Nobody loads their
 * scripts and styles here, browsers get the built product.
 */
export async function quickPages(app: ApplicationService) {
  edge.configure({ cache: true })
  const vite = await app.container.make('vite')
  vite.hasManifestFile = false
  vite.createDevServer = async () => {}
  vite.manifest = () => Object.fromEntries(ENTRIES.map((name) => [name, { file: name, integrity: '' }]))
}
