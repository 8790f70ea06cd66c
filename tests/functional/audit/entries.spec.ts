import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { clock } from '#app/platform/clock'
import { Current } from '#app/platform/database/current'
import type AuditEntryTransformer from '#app/audit/audit_entry_transformer'
import Invitation from '#app/identity/invitation'
import { RoleUpdated } from '#app/access/role_events'
import { LeadStarted } from '#app/leads/lead_events'
import { UserDeactivated, UserUpdated } from '#app/identity/user_events'
import { TenantUpdated } from '#app/tenancy/tenant_events'
import { receiveLead } from '#tests/lead_factories'
import { makeCompany, makeMember, type Company } from '#tests/factories'

type Entry = ReturnType<AuditEntryTransformer['toObject']>
type Props = { entries: Entry[]; meta: { nextCursor: string | null } }

async function read(client: ApiClient, company: Company, qs: Record<string, string> = {}) {
  const page = await client
    .get(company.path('/settings/audit'))
    .qs(qs)
    .loginAs(company.admin.identity)
    .withInertia()
  page.assertStatus(200)
  return page.inertiaProps as Props
}

const told = ({ entries }: Props) => entries.map(({ who, what }) => `${who} ${what}`)

test.group('The audit log', () => {
  test('tells in words who did what, newest first, and leaves ordinary work out', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { as, admin, tenant, inside } = company
    const ray = await makeMember(tenant, 'agent', 'Ray Cole')
    await as(admin, async () => {
      await Invitation.send({ email: 'dana@example.com', name: 'Dana Ruiz', role: 'field_user' })
      await receiveLead()
      await ray.user.change({ role: 'supervisor' })
      await ray.user.deactivate()
    })
    await inside(async () => TenantUpdated.record(tenant, { changed: ['name', 'timeZone'] }))
    const page = await read(client, company)
    assert.deepEqual(told(page), [
      'Latchkey changed the name and the time zone of the company',
      'Test admin deactivated Ray Cole',
      'Test admin made Ray Cole supervisor',
      'Test admin invited Dana Ruiz as field user',
    ])
    assert.deepEqual(
      page.entries.map(({ category }) => category),
      ['settings', 'people', 'permissions', 'people']
    )
  })

  test('shows what somebody did in another’s name, also ordinary work', async ({ client, assert }) => {
    const company = await makeCompany()
    const lead = await company.inside(() => receiveLead())
    const actor = { kind: 'user' as const, id: company.admin.user.id, name: 'Test admin, by Root (support)' }
    const unit = { tenantId: company.tenant.id, actor, impersonationId: newId() }
    await Current.run(unit, () => LeadStarted.record(lead, { number: lead.number, from: 'new' }))
    for (const qs of [{}, { impersonated: 'true' }, { category: 'data' }]) {
      const page = await read(client, company, qs as Record<string, string>)
      assert.deepEqual(told(page), ['Test admin, by Root (support) started work on a request'])
      assert.isTrue(page.entries[0].isImpersonated)
    }
  })

  test('narrows by kind, person, record, address and day, each alone and together', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany({ timeZone: 'Pacific/Auckland' })
    const { as, tenant, admin } = company
    const [ray, eve] = [await makeMember(tenant, 'agent', 'Ray'), await makeMember(tenant, 'agent', 'Eve')]
    const day = (moment: string) => DateTime.fromISO(moment, { zone: 'Pacific/Auckland' })
    await clock.during(day('2026-11-20T23:59:59.999'), () =>
      as(admin, () => UserDeactivated.record(ray.user, {}))
    )
    await clock.during(day('2026-11-21T00:00:00.000'), () =>
      as(ray, () => UserDeactivated.record(eve.user, {}))
    )
    await clock.during(day('2026-11-21T23:59:59.999'), () =>
      as(admin, () => TenantUpdated.record(tenant, { changed: ['name'] }))
    )
    await clock.during(day('2026-11-22T00:00:00.000'), () =>
      as(eve, () => UserUpdated.record(admin.user, { changed: ['name'], role: 'admin' }))
    )
    await db
      .connection('owner')
      .from('events')
      .where({ tenant_id: tenant.id, name: 'tenant.updated' })
      .update({ ip: '2001:db8::1' })
    const [last, settings, eveGone, rayGone] = [
      'Eve changed the name of Test admin',
      'Test admin changed the name of the company',
      'Ray deactivated Eve',
      'Test admin deactivated Ray',
    ]
    const cases: [Record<string, string>, string[]][] = [
      [{}, [last, settings, eveGone, rayGone]],
      [{ category: 'people' }, [last, eveGone, rayGone]],
      [{ category: 'settings' }, [settings]],
      [{ category: 'tokens' }, []],
      [{ failed: 'true' }, []],
      [{ person: ray.user.id }, [eveGone, rayGone]],
      [{ person: admin.user.id }, [last, settings, rayGone]],
      [{ person: admin.user.id, category: 'people' }, [last, rayGone]],
      [{ record: eve.user.id }, [eveGone]],
      [{ ip: '2001:DB8::1' }, [settings]],
      [{ ip: '2001:db8::2' }, []],
      [{ from: '2026-11-21', until: '2026-11-21' }, [settings, eveGone]],
      [{ until: '2026-11-20' }, [rayGone]],
      [{ from: '2026-11-22' }, [last]],
      [{ from: '2026-11-21', person: ray.user.id }, [eveGone]],
    ]
    for (const [qs, expected] of cases)
      assert.deepEqual(told(await read(client, company, qs)), expected, JSON.stringify(qs))
  })

  test('goes on where the last page ended, without a gap or a repetition', async ({ client, assert }) => {
    const company = await makeCompany()
    const { as, admin, tenant } = company
    await as(admin, async () => {
      for (let n = 0; n < 60; n++) {
        await UserDeactivated.record(admin.user, {})
        await TenantUpdated.record(tenant, { changed: ['name'] })
      }
    })
    for (const qs of [{}, { category: 'people' }, { person: admin.user.id }] as Record<string, string>[]) {
      const seen: string[] = []
      let after: string | null = ''
      while (after !== null) {
        const page: Props = await read(client, company, after ? { ...qs, after } : qs)
        seen.push(...page.entries.map(({ id }) => id))
        after = page.meta.nextCursor
      }
      assert.lengthOf(seen, qs.category ? 60 : 120)
      assert.deepEqual(seen, [...new Set(seen)].sort().reverse())
    }
  })

  test('shows what was before and what is, where the event tells both', async ({ client, assert }) => {
    const company = await makeCompany()
    const draft = {
      name: 'Night shift',
      grants: { leads: { read: 'own', edit: 'own' } },
      fields: {},
    } as const
    await company.as(company.admin, () =>
      RoleUpdated.record(company.admin.user, {
        ...draft,
        basedOn: 'agent',
        grants: { leads: { read: 'all', edit: 'own' }, orders: { read: 'team' } },
        before: { ...draft, name: 'Nights' },
      })
    )
    const [entry] = (await read(client, company)).entries
    assert.deepEqual(entry.changes, [
      { field: 'name', before: 'Nights', after: 'Night shift' },
      { field: 'grants, leads, read', before: 'own', after: 'all' },
      { field: 'grants, orders, read', before: null, after: 'team' },
    ])
  })

  test('is for administrators only', async ({ client }) => {
    const { tenant, path } = await makeCompany()
    for (const role of ['supervisor', 'agent', 'field_user', 'associate'] as const) {
      const { identity } = await makeMember(tenant, role)
      for (const to of ['/settings/audit', '/settings/audit/export?format=csv']) {
        const answer = await client.get(path(to)).loginAs(identity).withInertia()
        answer.assertStatus(403)
      }
    }
  })
})
