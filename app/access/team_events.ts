import { defineEvent } from '#app/platform/events/events'
import type { TeamDraft } from '#app/access/team'

export const TeamCreated = defineEvent<TeamDraft>('team.created', { audited: true })
export const TeamUpdated = defineEvent<TeamDraft & { before: TeamDraft }>('team.updated', { audited: true })
export const TeamDeleted = defineEvent<{ name: string }>('team.deleted', { audited: true })
export const TeamMembersChanged = defineEvent<{
  name: string
  joined: string[]
  left: string[]
  leads: string[]
}>('team.members_changed', { audited: true })
