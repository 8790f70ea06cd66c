import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

// For processes that tests start and kill by the dozen: the product comes from its build, which loads in a part of the time
// that its sources take, and the few files around it need no more than to lose their types.
const build = pathToFileURL(`${process.env.PRODUCT_BUILD}/`)
const sources = new URL('../', import.meta.url)

registerHooks({
  resolve(specifier, context, next) {
    if (!/^#(app|config|database|plugins|start|tests)\//.test(specifier)) return next(specifier, context)
    const path = specifier.slice(1)
    const url = path.startsWith('tests/') ? new URL(`${path}.ts`, sources) : new URL(`${path}.js`, build)
    return next(url.href, context)
  },
})
