import { watch } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['app', 'config', 'plugins', 'start']
const QUIET = 300

/** Calls back once after each burst of changes to the server's sources. */
export function watchSources(root, onChange) {
  let timer
  for (const folder of SOURCES) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(onChange, QUIET)
    })
  }
}
