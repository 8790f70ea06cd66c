import { TenantSchema } from '#database/schema'

export default class Tenant extends TenantSchema {
  static bySlug(slug: string) {
    return this.query({ connection: 'system' }).where('slug', slug).first()
  }

  get isActive() {
    return this.state === 'active'
  }
}
