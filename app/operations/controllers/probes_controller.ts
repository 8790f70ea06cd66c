import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/lucid'
import providers from '#config/providers'
import { Provider } from '#app/platform/sending/provider'

export default class ProbesController {
  async store({ params, logger, session, response }: HttpContext) {
    if (!Object.hasOwn(providers, params.provider)) throw new errors.E_ROW_NOT_FOUND()
    const isTried = await Provider.tryNow(params.provider)
    logger.info({ provider: params.provider }, 'A provider is tried before its time')
    session.flash('notice', isTried ? 'The next message tries it now' : 'It is in order')
    return response.redirect().back()
  }
}
