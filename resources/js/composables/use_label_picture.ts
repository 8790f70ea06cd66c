import { onMounted, onScopeDispose, ref, watch } from 'vue'

const PAUSE = 250

/** The picture of a label, once typing pauses and it is there to show; the last one stays meanwhile. */
export function useLabelPicture(addressOf: () => string | null) {
  const picture = ref<string | null>(null)
  const isRefused = ref(false)
  let pause: ReturnType<typeof setTimeout> | undefined
  let wanted: string | null = null

  function load(address: string | null) {
    wanted = address
    if (!address) return
    const image = new Image()
    const settle = (isThere: boolean) => {
      if (wanted !== address) return
      picture.value = isThere ? address : null
      isRefused.value = !isThere
    }
    image.onload = () => settle(true)
    image.onerror = () => settle(false)
    image.src = address
  }

  onMounted(() => load(addressOf()))
  watch(addressOf, (address) => {
    clearTimeout(pause)
    pause = setTimeout(() => load(address), PAUSE)
  })
  onScopeDispose(() => clearTimeout(pause))
  return { picture, isRefused }
}
