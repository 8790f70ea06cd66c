import { Timer } from '#app/platform/timers/timers'
import Impersonation from '#app/impersonations/impersonation'

type End = { tenantId: string; impersonationId: string }

/** Writes the end down when the time has run out. The door itself closes by the clock, with or without this. */
export default class ImpersonationEndTimer extends Timer<End> {
  static timer = 'impersonation_end'
  static purpose = 'Ends a visit of support when its time is up'

  async handle({ impersonationId }: End) {
    const impersonation = await Impersonation.findOrFail(impersonationId)
    if (impersonation.isOver) await impersonation.end('time')
  }
}
