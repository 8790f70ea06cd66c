import { computed, watch, watchEffect } from 'vue'
import { usePage } from '@inertiajs/vue3'
import { useToast } from '@nuxt/ui/composables'
import type { Data } from '@generated/data'

/** What every layout needs: the shared props, the company's accent, and notices as toasts. */
export function useShell() {
  const page = usePage<Data.SharedProps>()
  const toast = useToast()

  watch(
    () => page.flash as { notice?: string; error?: string; download?: string },
    (flash) => {
      if (flash?.notice) toast.add({ title: flash.notice, icon: 'i-lucide-check', color: 'success' })
      // An attachment: the page stays where it is.
      if (flash?.download) window.location.assign(flash.download)
      if (flash?.error) toast.add({ title: flash.error, icon: 'i-lucide-circle-alert', color: 'error' })
    },
    { immediate: true }
  )

  watchEffect(() => {
    const color = page.props.company?.brandColor
    if (color) document.documentElement.style.setProperty('--brand', color)
    else document.documentElement.style.removeProperty('--brand')
  })

  return { page, shared: computed(() => page.props) }
}
