/** How far a right reaches, from nothing to every record of the company. */
export const LEVELS = ['none', 'own', 'team', 'all'] as const
export type Level = (typeof LEVELS)[number]

/** What somebody may do with one field of the records they see. */
export const FIELD_LEVELS = ['none', 'read', 'edit'] as const
export type FieldLevel = (typeof FIELD_LEVELS)[number]

export const lower = (one: Level, other: Level) =>
  LEVELS[Math.min(LEVELS.indexOf(one), LEVELS.indexOf(other))]

export const isLevelWithin = (one: Level, limit: Level) => LEVELS.indexOf(one) <= LEVELS.indexOf(limit)

export const isFieldLevelWithin = (one: FieldLevel, limit: FieldLevel) =>
  FIELD_LEVELS.indexOf(one) <= FIELD_LEVELS.indexOf(limit)
