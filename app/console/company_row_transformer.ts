import { BaseTransformer } from '@adonisjs/core/transformers'
import { capped, type CompanyRow } from '#app/console/company_list'

export default class CompanyRowTransformer extends BaseTransformer<CompanyRow> {
  toObject() {
    const { logo_key: logoKey, created_at: createdAt, users, leads, slug } = this.resource
    return {
      ...this.pick(this.resource, ['id', 'name', 'slug', 'state', 'country']),
      logoUrl: logoKey && `/logos/${slug}/${logoKey}`,
      brandColor: this.resource.brand_color,
      createdAt: createdAt.toISOString(),
      users: users.toLocaleString('en'),
      leads: capped(leads),
    }
  }
}
