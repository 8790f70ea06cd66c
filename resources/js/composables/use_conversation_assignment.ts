import { router } from '@inertiajs/vue3'
import { useToast } from '@nuxt/ui/composables'
import { urlFor } from '~/client'
import { useUndo } from '~/composables/use_undo'

type Person = { id: string; name: string }
export type HeldConversation = { id: string; assignee: Person | null; mayAssign: boolean }

/** Hands a conversation to somebody or to nobody, and back again for a moment. */
export function useConversationAssignment() {
  const toast = useToast()
  const { offerUndo, undo } = useUndo()

  function send({ id }: HeldConversation, assignee: Person | null, onSuccess?: () => void) {
    router.post(
      urlFor('messages.assignments.store', { id }),
      { assigneeId: assignee?.id ?? null },
      {
        preserveScroll: true,
        preserveState: true,
        onSuccess,
        onError: ({ assigneeId }) =>
          toast.add({ title: assigneeId, color: 'error', icon: 'i-lucide-circle-alert' }),
      }
    )
  }

  function assign(conversation: HeldConversation, assignee: Person | null) {
    const before = conversation.assignee
    if (before?.id === assignee?.id) return
    send(conversation, assignee, () =>
      offerUndo(assignee ? `Given to ${assignee.name}` : 'Given to nobody', () => send(conversation, before))
    )
  }

  return { assign, undo }
}
