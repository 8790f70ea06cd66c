import { randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { readerPage } from '#app/api/reader'

/** The description of the API for people. It runs no script and asks nobody else for anything. */
export default class DocsController {
  async show({ response, view }: HttpContext) {
    const nonce = randomBytes(16).toString('base64url')
    response.header('Content-Security-Policy', policyOf(nonce)).header('Cache-Control', 'public, max-age=300')
    return view.render('api/docs', { ...readerPage(), nonce })
  }
}

const policyOf = (nonce: string) =>
  `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
