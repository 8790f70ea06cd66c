import { BaseTransformer } from '@adonisjs/core/transformers'
import { mountFor } from '#app/platform/http/mount'
import type Tenant from '#app/tenancy/tenant'

/** A company as somebody who works there sees it among their others. */
export default class MembershipTransformer extends BaseTransformer<Tenant> {
  toObject() {
    return {
      ...this.pick(this.resource, ['id', 'name', 'slug', 'logoUrl', 'brandColor', 'isActive']),
      href: mountFor(this.resource.slug),
    }
  }
}
