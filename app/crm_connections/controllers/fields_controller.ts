import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { crm } from '#plugins/crm/manager'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmFieldMapping, { type FieldRule } from '#app/crm_connections/crm_field_mapping'
import { mappedWay } from '#app/crm_connections/crm_mapped_way'
import { checkedRules, theirFields } from '#app/crm_connections/checked_rules'
import { unwritten } from '#app/crm_connections/crm_mapping_check'
import { foreshow, shownIn } from '#app/crm_connections/crm_mapping_preview'
import { isFact, labelOf, OUR_FIELDS } from '#app/crm_connections/our_fields'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** Which of our fields is which of theirs. What the system says of itself is asked outside of any unit. */
export default class FieldsController {
  async edit({ bouncer, inertia, response, session, unit, user }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const draft: FieldRule[] | undefined = session.flashMessages.get('crmRules')
    const met = await Current.run(unit, async () => {
      const connection = await CrmConnection.own()
      if (!connection) return null
      const { label } = await crm.classOf(connection.adapter)
      return {
        label,
        shown: draft && (await shownIn(connection, user)),
        way: await mappedWay(connection, draft),
      }
    })
    if (!met) return response.redirect().toRoute('crm_connections.connections.edit')
    const { way, shown } = met
    const { fields, failure } = await theirFields(way.adapter)
    const { places } = way.adapter.capabilities
    return inertia.render('crm_connections/fields/edit', {
      system: { label: met.label, failure },
      ours: OUR_FIELDS.map((name) => ({ name, label: labelOf(name), isTold: !isFact(name) })),
      rules: way.mapping.rules.map(({ ours, theirs, direction, owner, choices }) => ({
        ours,
        theirs,
        direction,
        owner,
        choices,
      })),
      theirs: fields.map((field) => ({ ...field, choices: [...field.choices] })),
      places: Object.fromEntries(Object.entries(places).map(([ours, theirs]) => [ours, [...theirs]])),
      unwritten: unwritten(way.mapping.rules, { fields, places }).map(({ label }) => label),
      preview: shown ? await foreshow(way, shown, user) : null,
    })
  }

  async update(ctx: HttpContext) {
    const { bouncer, response, session, unit } = ctx
    await bouncer.with(TenantPolicy).authorize('update')
    const { connection, rules } = await checkedRules(ctx)
    await Current.run(unit, () => CrmFieldMapping.keep(connection, rules))
    session.flash(
      'notice',
      'Saved. Whoever changes from now on goes by it; “Customers of before” brings it to all.'
    )
    return response.redirect().toRoute('crm_connections.fields.edit')
  }
}
