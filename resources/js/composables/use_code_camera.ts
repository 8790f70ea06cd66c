import { onUnmounted, ref } from 'vue'

const LOOK_EVERY = 120
const SIDE = 640
const OURS = /\/q\/[0-9a-z]{26}\b/i

/** A browser hands out its camera over HTTPS, or on this machine, only. */
export const hasCamera = () => Boolean(window.isSecureContext && navigator.mediaDevices?.getUserMedia)

/** Looks through the camera until it sees one of our codes. The decoder comes when somebody asks for it. */
export function useCodeCamera(onCode: (link: string) => void) {
  const problem = ref<string | null>(null)
  const isForeign = ref(false)
  let stream: MediaStream | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = true

  async function start(video: HTMLVideoElement) {
    isStopped = false
    problem.value = null
    isForeign.value = false
    try {
      const [{ decodeQR }, camera] = await Promise.all([import('qr/decode.js'), openCamera()])
      stream = camera
      if (isStopped) return stop()
      video.srcObject = camera
      await video.play()
      look(video, decodeQR)
    } catch (error) {
      problem.value = inWords(error)
      stop()
    }
  }

  function look(video: HTMLVideoElement, decode: typeof import('qr/decode.js').decodeQR) {
    if (isStopped) return
    const text = read(video, decode)
    if (text && OURS.test(text)) {
      stop()
      onCode(text)
    } else {
      isForeign.value = text !== null || isForeign.value
      timer = setTimeout(() => look(video, decode), LOOK_EVERY)
    }
  }

  function stop() {
    isStopped = true
    clearTimeout(timer)
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
  }

  onUnmounted(stop)
  return { start, stop, problem, isForeign }
}

const openCamera = () =>
  navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } })

const canvas = () => Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE })
let drawing: CanvasRenderingContext2D | null = null

// The square in the middle is where people hold what they want to have read.
function read(video: HTMLVideoElement, decode: typeof import('qr/decode.js').decodeQR) {
  drawing ??= canvas().getContext('2d', { willReadFrequently: true })
  const side = Math.min(video.videoWidth, video.videoHeight)
  if (!side || !drawing) return null
  const [left, top] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2]
  drawing.drawImage(video, left, top, side, side, 0, 0, SIDE, SIDE)
  try {
    return decode(drawing.getImageData(0, 0, SIDE, SIDE))
  } catch {
    return null
  }
}

function inWords(error: unknown) {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError')
    return 'The browser does not let this page use the camera. Allow it in the settings of the site, or type the code.'
  if (name === 'NotFoundError') return 'No camera was found here. Type the code instead.'
  return 'The camera could not be started. Another app may be using it; close that, or type the code.'
}
