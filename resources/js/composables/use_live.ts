import { onMounted, onUnmounted } from 'vue'
import { usePage } from '@inertiajs/vue3'
import type { Data } from '@generated/data'
import { liveStream, type News } from '~/live_stream'

/** Hears the company's news on a topic ('leads', 'users/{id}') while the component is shown; after a lost connection, hears `{}`. */
export function useLive(topic: string, hear: (news: News) => void) {
  const companyId = usePage<Data.SharedProps>().props.company?.id
  const leave: (() => void)[] = []
  onMounted(() => {
    if (!companyId) return
    leave.push(liveStream().hear(`companies/${companyId}/${topic}`, hear))
    leave.push(liveStream().onResync(() => hear({})))
  })
  onUnmounted(() => leave.forEach((stop) => stop()))
}
