import { onMounted, onUnmounted } from 'vue'
import { liveStream, type News } from '~/live_stream'

/** Hears the news of a channel while the component is shown; after a lost connection it hears `{}`, to fetch again. */
export function useLive(channel: string, hear: (news: News) => void) {
  const leave: (() => void)[] = []
  onMounted(() => {
    leave.push(liveStream().hear(channel, hear))
    leave.push(liveStream().onResync(() => hear({})))
  })
  onUnmounted(() => leave.forEach((stop) => stop()))
}
