import { onInstalledNode } from './lib/on_installed_node.mjs'

// `npm run faults [-- --kills=200 --events=100000 --seed=… --duration=… --outage=… --rest=… --folder=…]`
await onInstalledNode('faults_main.mjs')
