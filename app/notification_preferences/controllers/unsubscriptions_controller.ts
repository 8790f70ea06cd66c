import type { HttpContext } from '@adonisjs/core/http'
import { publicBrand } from '#app/tenancy/public_brand'
import type { UnsubscribeLink } from '#app/notification_preferences/unsubscribe_link'

export const unsubscribePage = (link: UnsubscribeLink, isWanted: boolean) => ({
  brand: publicBrand(link.tenant),
  label: link.label,
  path: link.path,
  isWanted,
})

/** Whoever opens the link is asked first: programs that look at links in mails open them too. */
export default class UnsubscriptionsController {
  async create({ unsubscribeLink: link, view }: HttpContext) {
    return view.render('public/unsubscribe', unsubscribePage(link, await link.isWanted()))
  }

  /** Mail programs post this by themselves (RFC 8058), and follow no redirect. */
  async store({ unsubscribeLink: link, request, response, view }: HttpContext) {
    const isMeant = request.input('List-Unsubscribe') === 'One-Click'
    if (isMeant) await link.unsubscribe()
    response.status(isMeant ? 200 : 422)
    return view.render('public/unsubscribe', unsubscribePage(link, isMeant ? false : await link.isWanted()))
  }
}
