import { BaseTransformer } from '@adonisjs/core/transformers'
import type Role from '#app/access/role'

export default class RoleTransformer extends BaseTransformer<Role> {
  toObject() {
    return {
      ...this.pick(this.resource, ['id', 'name', 'description', 'basedOn']),
      grants: this.resource.grants as Record<string, Record<string, string>>,
      fields: this.resource.fields as Record<string, Record<string, string>>,
    }
  }
}
