import { useToast } from '@nuxt/ui/composables'

/** Says what was done, and takes it back for a moment: by a button, or by whatever calls `undo`. */
export function useUndo() {
  const toast = useToast()
  let last: (() => void) | undefined

  function offerUndo(title: string, undo: () => void) {
    toast.clear()
    toast.add({
      title,
      icon: 'i-lucide-check',
      color: 'neutral',
      duration: 8000,
      actions: [{ label: 'Undo', color: 'primary', variant: 'soft', onClick: undo }],
    })
    last = () => {
      toast.clear()
      last = undefined
      undo()
    }
  }

  return { offerUndo, undo: () => last?.() }
}
