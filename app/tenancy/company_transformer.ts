import { BaseTransformer } from '@adonisjs/core/transformers'
import { displayPhone } from '#app/platform/phone'
import type Tenant from '#app/tenancy/tenant'

/** A company as those who may change it see it. */
export default class CompanyTransformer extends BaseTransformer<Tenant> {
  toObject() {
    const { phone, country } = this.resource
    return {
      ...this.pick(this.resource, [
        'id',
        'name',
        'slug',
        'state',
        'timeZone',
        'country',
        'currency',
        'locale',
        'brandColor',
        'logoUrl',
        'email',
        'website',
        'createdAt',
        'deactivatedAt',
      ]),
      phone: phone && displayPhone(phone, country),
    }
  }
}
