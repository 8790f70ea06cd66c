import { DateTime } from 'luxon'
import { TenantSchema } from '#database/schema'
import { live } from '#app/platform/live/live'
import { newId } from '#app/platform/ids'
import { lockRow } from '#app/platform/database/row_lock'
import { STREAMS_CHANNEL } from '#app/platform/live/open_streams'
import { followCompanyTo } from '#app/platform/timers/schedules'
import { Current, SYSTEM, type Actor } from '#app/platform/database/current'
import { SlugTakenError } from '#app/tenancy/errors'
import { localeOf } from '#app/tenancy/countries'
import { DEFAULT_BRAND_COLOR, readableBrandColor } from '#app/tenancy/brand_color'
import {
  SupportAccessRuled,
  SupportAllowed,
  SupportWithdrawn,
  TenantCreated,
  TenantDeactivated,
  TenantReactivated,
  TenantUpdated,
} from '#app/tenancy/tenant_events'

export type Company = {
  name: string
  timeZone: string
  country: string
  currency: string
  locale?: string
  brandColor?: string
  phone?: string | null
  email?: string | null
  website?: string | null
  logoKey?: string | null
  requiresTwoFactor?: boolean
  turnWeight?: number
}

/** Whether those who run the installation may enter: always, or only when the company has allowed it. */
export const SUPPORT_ACCESS_RULES = ['always', 'on_request'] as const
export type SupportAccessRule = (typeof SUPPORT_ACCESS_RULES)[number]

const SUPPORT_ALLOWED_FOR = { hours: 24 }

/** A company and everything it owns. */
export default class Tenant extends TenantSchema {
  declare state: 'active' | 'deactivated'
  declare supportAccess: SupportAccessRule

  static history = [
    'name',
    'timeZone',
    'country',
    'currency',
    'locale',
    'brandColor',
    'phone',
    'email',
    'website',
    'requiresTwoFactor',
    'supportAccess',
  ] as const

  static bySlug(slug: string) {
    return this.query({ connection: 'system' }).where('slug', slug).first()
  }

  /** The company of the unit under way, ready to be changed in it. */
  static current() {
    return Current.remembered('tenant', () => this.findOrFail(Current.tenantId))
  }

  static async open(company: Company & { slug: string; id?: string }, by: Actor = SYSTEM) {
    const id = company.id ?? newId()
    if (await this.bySlug(company.slug)) throw new SlugTakenError()
    return Current.run({ tenantId: id, actor: by }, async () => {
      const tenant = await this.create({
        ...company,
        id,
        state: 'active',
        locale: company.locale ?? localeOf(company.country),
        brandColor: readableBrandColor(company.brandColor ?? DEFAULT_BRAND_COLOR),
      })
      await TenantCreated.record(tenant, { name: tenant.name, slug: tenant.slug, country: tenant.country })
      return tenant
    })
  }

  get isActive() {
    return this.state === 'active'
  }

  get isOpenToSupport() {
    if (this.supportAccess === 'always') return true
    return this.supportAllowedUntil !== null && this.supportAllowedUntil > DateTime.utc()
  }

  /** A visit that begins now and is meant to last until `wanted` ends by then, and never after the permission. */
  supportEndsBy(wanted: DateTime) {
    return this.supportAccess === 'always' ? wanted : DateTime.min(wanted, this.supportAllowedUntil!)
  }

  get logoUrl() {
    return this.logoKey && `/logos/${this.slug}/${this.logoKey}`
  }

  async change(changes: Partial<Company>) {
    await lockRow(this)
    Object.assign(this, changes)
    this.brandColor = readableBrandColor(this.brandColor)
    const changed = Object.keys(this.$dirty)
    if (changed.length > 0) {
      await this.save()
      if (changed.includes('timeZone')) await followCompanyTo(this.timeZone)
      await TenantUpdated.record(this, { changed })
    }
  }

  /** Nothing is deleted: doors close by looking at the state, so that reactivation restores everything. */
  async deactivate(reason: string) {
    if (!this.isActive) return
    this.state = 'deactivated'
    this.deactivatedAt = DateTime.utc()
    await this.save()
    await TenantDeactivated.record(this, { reason })
    await live.tell(STREAMS_CHANNEL, { cut: this.id })
  }

  async reactivate() {
    if (this.isActive) return
    this.state = 'active'
    this.deactivatedAt = null
    await this.save()
    await TenantReactivated.record(this, {})
  }

  async ruleSupportAccess(rule: SupportAccessRule) {
    if (rule === this.supportAccess) return
    const before = { supportAccess: this.supportAccess }
    Object.assign(this, { supportAccess: rule, supportAllowedUntil: null })
    await this.save()
    await SupportAccessRuled.record(this, { supportAccess: rule, before })
  }

  async allowSupport() {
    const until = DateTime.utc().plus(SUPPORT_ALLOWED_FOR)
    this.supportAllowedUntil = until
    await this.save()
    await SupportAllowed.record(this, { until: until.toISO() })
  }

  async withdrawSupport() {
    if (!this.supportAllowedUntil) return
    this.supportAllowedUntil = null
    await this.save()
    await SupportWithdrawn.record(this, {})
  }
}
