import { flushCompileCache } from 'node:module'

const EVERY = 5000

/** Node writes what it has compiled (NODE_COMPILE_CACHE) when it ends by itself: whoever is killed shall find it again too. */
export function keepCompiledCode() {
  setInterval(() => flushCompileCache(), EVERY).unref()
}
