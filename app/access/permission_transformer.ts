import { BaseTransformer } from '@adonisjs/core/transformers'
import { actionsOf, definitionOf, hasLevels, SUBJECT_NAMES } from '#app/access/subjects'
import type User from '#app/identity/user'

/** Everything that a member may do, with where each right comes from. */
export default class PermissionTransformer extends BaseTransformer<User> {
  toObject() {
    const { rights } = this.resource
    return {
      ...this.pick(this.resource, ['id', 'name', 'email', 'role', 'isActive']),
      customRole: this.resource.granted?.name ?? null,
      subjects: SUBJECT_NAMES.map((subject) => {
        const { label, own = null, actions } = definitionOf(subject)
        return {
          subject,
          label,
          own,
          actions: actionsOf(subject).map((action) => ({
            action,
            label: actions[action]!,
            hasLevels: hasLevels(subject, action),
            ...rights.explain(action, subject),
          })),
          fields: this.resource.fields(subject).limits,
        }
      }),
    }
  }
}
