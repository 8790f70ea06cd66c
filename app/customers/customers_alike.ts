import type { HttpContext } from '@adonisjs/core/http'
import Customer from '#app/customers/customer'
import CustomerTransformer from '#app/customers/customer_transformer'
import type { Duplicates } from '#app/customers/customer_intake'

/** Keeps for the form, to which the browser goes back, who may be meant. */
export function rememberAlike({ session }: HttpContext, { ids, reasons, isOneHidden }: Duplicates) {
  session.flash({ duplicates: ids, reasons, isOneHidden })
}

/** Whom a form may mean that was sent just now, as its page shows them. */
export async function rememberedAlike({ session: { flashMessages }, user }: HttpContext) {
  const ids: string[] = flashMessages.get('duplicates', [])
  return {
    duplicates: CustomerTransformer.transform(await Customer.visibleTo(user).whereIn('id', ids), user),
    reasons: flashMessages.get('reasons', {}) as Duplicates['reasons'],
    isOneHidden: Boolean(flashMessages.get('isOneHidden')),
  }
}
