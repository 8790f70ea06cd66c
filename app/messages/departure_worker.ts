import { Current, SYSTEM } from '#app/platform/database/current'
import { Worker } from '#app/platform/events/worker'
import type { RecordedEvent } from '#app/platform/events/events'
import User from '#app/identity/user'
import { UserDeactivated } from '#app/identity/user_events'
import Conversation from '#app/messages/conversation'

const AT_ONCE = 200

/** Whose conversations nobody would answer any more: they go to nobody, where colleagues find them. */
export default class DepartureWorker extends Worker {
  static queue = 'companies'
  static unit = 'manual' as const
  static subscribes = [UserDeactivated]

  async handle({ tenantId, subject }: RecordedEvent) {
    let count = AT_ONCE
    while (count === AT_ONCE)
      count = await Current.run({ tenantId, actor: SYSTEM }, () => this.#release(subject.id))
  }

  async #release(userId: string) {
    const user = await User.findOrFail(userId)
    if (user.isActive) return 0
    const held = await Conversation.query().where('assigneeId', user.id).orderBy('id').limit(AT_ONCE)
    for (const conversation of held) await conversation.assign(null)
    return held.length
  }
}
