import type { HttpContext } from '@adonisjs/core/http'
import { workers } from '#start/workers'
import { superUserOf } from '#app/console/super_user_unit'
import { companiesOf } from '#app/operations/companies_of'
import { DeadLetterBox } from '#app/operations/dead_letter_box'
import { matches } from '#app/operations/dead_letter_filters'
import { deadLetterFiltersValidator } from '#app/operations/operations_validator'
import { queueOverview } from '#app/operations/queue_overview'
import DeadLetterTransformer from '#app/operations/dead_letter_transformer'

const SHOWN = 200

export default class QueuesController {
  async index({ inertia }: HttpContext) {
    return inertia.render('console/queues/index', { overview: await queueOverview(Object.keys(workers)) })
  }

  async show(ctx: HttpContext) {
    const filters = await ctx.request.validateUsing(deadLetterFiltersValidator)
    const { queue } = ctx.params
    const letters = await new DeadLetterBox(queue, { actor: superUserOf(ctx) }).list()
    const found = letters.filter((letter) => matches(letter, filters))
    const shown = found.slice(0, SHOWN)
    return ctx.inertia.render('console/queues/show', {
      queue,
      letters: DeadLetterTransformer.transform(shown, await companiesOf(shown)),
      count: found.length,
      events: [...new Set(letters.flatMap(({ event }) => event?.name ?? []))].sort(),
      filters,
    })
  }
}
