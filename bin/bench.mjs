import { onInstalledNode } from './lib/on_installed_node.mjs'

// `npm run bench [-- NAME]`
await onInstalledNode('bench_main.mjs')
