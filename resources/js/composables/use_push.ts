import { computed, onMounted, ref } from 'vue'
import { router } from '@inertiajs/vue3'
import { urlFor } from '~/client'

export type PushState = 'unknown' | 'unsupported' | 'insecure' | 'not_installed' | 'denied' | 'off' | 'on'

const WORKER = '/push_worker.js'
const QUIET = { preserveScroll: true } as const

/** Whether this browser shows messages while no page is open, and how that is changed. */
export function usePush(publicKey: string, devices: () => { id: string; mark: string }[]) {
  const mark = ref('')
  const permission = ref<PushState>('unknown')
  const isBusy = ref(false)
  const error = ref('')

  const own = computed(() => devices().find((device) => device.mark === mark.value))
  const state = computed<PushState>(() =>
    permission.value === 'off' && own.value && mark.value ? 'on' : permission.value
  )

  onMounted(async () => {
    permission.value = permissionNow()
    if (permission.value === 'off') mark.value = await markOf(await present())
  })

  async function turnOn() {
    isBusy.value = true
    error.value = ''
    try {
      await Notification.requestPermission()
      permission.value = permissionNow()
      if (permission.value !== 'off') return
      const subscription = await subscribe(publicKey)
      mark.value = await markOf(subscription)
      const { endpoint, keys } = subscription.toJSON()
      ;(await navigator.serviceWorker.ready).active?.postMessage('subscribed')
      router.post(
        urlFor('deliveries.push_subscriptions.store'),
        { endpoint: endpoint!, ...(keys as { p256dh: string; auth: string }) },
        { ...QUIET, onError: (errors) => (error.value = Object.values(errors)[0] as string) }
      )
    } catch {
      error.value = 'The browser could not reach its push service. Try again with another network.'
    } finally {
      isBusy.value = false
    }
  }

  async function turnOff() {
    await (await present())?.unsubscribe()
    if (own.value) forget(own.value.id)
  }

  const forget = (id: string) => router.delete(urlFor('deliveries.push_subscriptions.destroy', { id }), QUIET)
  const tryOut = (id: string) => router.post(urlFor('deliveries.push_trials.store', { id }), {}, QUIET)

  return { state, own, error, isBusy, turnOn, turnOff, forget, tryOut }
}

function permissionNow(): PushState {
  if (!window.isSecureContext) return 'insecure'
  const isApple = /iphone|ipad/i.test(navigator.userAgent)
  if (isApple && !window.matchMedia('(display-mode: standalone)').matches) return 'not_installed'
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return 'unsupported'
  return Notification.permission === 'denied' ? 'denied' : 'off'
}

async function present() {
  const registration = await navigator.serviceWorker.getRegistration(WORKER)
  return (await registration?.pushManager.getSubscription()) ?? null
}

async function subscribe(publicKey: string) {
  await navigator.serviceWorker.register(WORKER)
  const { pushManager } = await navigator.serviceWorker.ready
  const options = { userVisibleOnly: true, applicationServerKey: publicKey }
  try {
    return await pushManager.subscribe(options)
  } catch (problem) {
    // One that was made for another installation at this address.
    const old = await pushManager.getSubscription()
    if (!old) throw problem
    await old.unsubscribe()
    return pushManager.subscribe(options)
  }
}

/** What the server calls this browser, without saying where it is reached. */
async function markOf(subscription: PushSubscription | null) {
  if (!subscription) return ''
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint))
  return [...new Uint8Array(hash.slice(0, 8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
