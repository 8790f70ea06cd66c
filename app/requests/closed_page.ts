import type { HttpContext } from '@adonisjs/core/http'
import { publicBrand } from '#app/tenancy/public_brand'
import { sayIn } from '#app/platform/say'
import type Tenant from '#app/tenancy/tenant'
import { languageFor, readerOf } from '#app/requests/language'

/** A page without a form: why there is none, in the language of whoever came, and the company's phone where it is known. */
export function closedPage({ request, view }: HttpContext, why: string, tenant?: Tenant | null) {
  const language = languageFor(readerOf(request))
  const words = `page.${why}`
  return view.render('public/closed', {
    t: sayIn(language),
    language,
    words,
    brand: tenant && publicBrand(tenant),
  })
}
