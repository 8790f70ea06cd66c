import { onUnmounted } from 'vue'
import { router, usePage } from '@inertiajs/vue3'
import type { Data } from '@generated/data'
import { useLive } from '~/composables/use_live'
import type { News } from '~/live_stream'

const GATHER_MS = 150

/** Fetches some props of the page again when the leads that somebody sees have news; a burst of news is one fetch. */
export function useLeadNews(
  only: string[],
  concerns: (news: News) => boolean = () => true,
  gatherFor = GATHER_MS
) {
  const { user } = usePage<Data.SharedProps>().props
  let gathering: ReturnType<typeof setTimeout> | undefined
  const reload = () => {
    gathering = undefined
    router.reload({ only })
  }
  useLive(user!.leadsChannel, (news) => {
    if (concerns(news)) gathering ??= setTimeout(reload, gatherFor)
  })
  onUnmounted(() => clearTimeout(gathering))
}
