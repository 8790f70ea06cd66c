import { onInstalledNode } from './lib/on_installed_node.mjs'

// `npm run generate`: everything that is generated, anew from its sources.
await onInstalledNode('generate_main.mjs')
