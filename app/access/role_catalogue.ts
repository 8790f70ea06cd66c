import { KEPT_BY_ADMINS, STANDARD_GRANTS, STANDARD_ROLES } from '#app/access/standard_roles'
import { actionsOf, definitionOf, hasLevels, SUBJECT_NAMES } from '#app/access/subjects'

/** What rights there are and what the standard roles give, for the screens that show and change them. */
export const roleCatalogue = () => ({
  subjects: SUBJECT_NAMES.map((subject) => {
    const { label, own = null, actions, fields = {} } = definitionOf(subject)
    return {
      subject,
      label,
      own,
      isKeptByAdmins: KEPT_BY_ADMINS.includes(subject),
      actions: actionsOf(subject).map((action) => ({
        action,
        label: actions[action]!,
        hasLevels: hasLevels(subject, action),
      })),
      fields: Object.entries(fields).map(([field, { label: words }]) => ({ field, label: words })),
    }
  }),
  standard: Object.fromEntries(
    STANDARD_ROLES.map((role) => [role, STANDARD_GRANTS[role] as Record<string, Record<string, string>>])
  ),
})
