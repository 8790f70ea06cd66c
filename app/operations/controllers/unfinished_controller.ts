import type { HttpContext } from '@adonisjs/core/http'
import { countUpTo } from '#app/platform/database/capped_count'
import { newestFirst } from '#app/platform/database/keyset_page'
import Delivery from '#app/deliveries/delivery'
import DeliveryPolicy from '#app/deliveries/delivery_policy'
import DeliveryTransformer from '#app/deliveries/delivery_transformer'
import { matches } from '#app/operations/dead_letter_filters'
import DeadLetterTransformer from '#app/operations/dead_letter_transformer'
import { unfinishedValidator } from '#app/operations/operations_validator'
import { ownLettersNow } from '#app/operations/own_letters'
import { unheardEvents } from '#app/operations/unheard_events'
import TenantPolicy from '#app/tenancy/tenant_policy'

const SHOWN = 200
const MOST = 99

/** What of a company's work waits, was given up, or ended in a way that nobody knows. */
export default class UnfinishedController {
  async index({ request, bouncer, user, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { show = 'given_up', after, ...filters } = await request.validateUsing(unfinishedValidator)
    const letters = await ownLettersNow()
    const found = (letters ?? []).filter((letter) => matches(letter, filters))
    const waiting = await unheardEvents(new Set(letters?.map(({ event }) => event!.id)))
    const undecided = await newestFirst(Delivery.unresolved(), after)
    return inertia.render('operations/unfinished/index', {
      show,
      filters,
      isReachable: letters !== null,
      letters: DeadLetterTransformer.transform(found.slice(0, SHOWN)),
      events: [...new Set(letters?.map(({ event }) => event!.name))].sort(),
      waiting: waiting.slice(0, SHOWN).map((one) => ({ ...one, occurredAt: one.occurredAt.toISOString() })),
      deliveries: DeliveryTransformer.transform(undecided.rows, user),
      meta: { nextCursor: undecided.nextCursor },
      counts: {
        found: found.length,
        givenUp: letters?.length ?? 0,
        waiting: waiting.length,
        undecided: await countUpTo(Delivery.unresolved(), MOST),
      },
      can: { resend: await bouncer.with(DeliveryPolicy).allows('resend') },
    })
  }
}
