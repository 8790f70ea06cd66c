import { onInstalledNode } from './lib/on_installed_node.mjs'

// `npm test [-- suite … --files=… --tests=… --tags=…]`
await onInstalledNode('test_main.mjs')
