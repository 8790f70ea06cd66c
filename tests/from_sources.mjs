import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from '@swc/core'

// What @poppinss/ts-exec does, in the thread of the tests: each of thousands of names and files is found and compiled at
// once, where that one would ask another thread and wait for it.
process.setSourceMapsEnabled(true)

const OPTIONS = {
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'esnext',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    experimental: { keepImportAttributes: true },
    keepClassNames: true,
  },
}

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context)
    } catch (error) {
      const isSource = error.code === 'ERR_MODULE_NOT_FOUND' && /^file:[^?]*\.js(\?|$)/.test(error.url)
      if (!isSource) throw error
      return next(error.url.replace(/\.js(?=\?|$)/, '.ts'), context)
    }
  },

  load(url, context, next) {
    if (context.format !== 'module-typescript') return next(url, context)
    const { source } = next(url, { ...context, format: 'module' })
    const { code } = transformSync(String(source), { ...OPTIONS, filename: fileURLToPath(url) })
    return { format: 'module', source: code, shortCircuit: true }
  },
})
