import { onBeforeUnmount, onMounted, ref } from 'vue'
import { usePage } from '@inertiajs/vue3'
import type { Data } from '@generated/data'
import { urlFor } from '~/client'
import type { CustomerDraft } from '~/customer_draft'
import { xsrfToken } from '~/xsrf'

/** Why something could not be taken in as it is; a person decides. */
type Conflict = {
  duplicates?: Data.Customers.Customer[]
  reasons?: Record<string, string | null>
  isOneHidden?: boolean
  problem?: string | null
  detail?: string
}
export type Kept = Partial<CustomerDraft> & {
  submissionKey: string
  /** For whoever looks at the list. */
  title: string
  customerId?: string
  code?: string
  replacing?: string | null
  isAnother?: boolean
  conflict?: Conflict | null
}

const PAUSE = 15_000
const STALE = 419
const kept = ref<Kept[]>([])
const isSending = ref(false)
const mustSignIn = ref(false)

/** Forms of the road that wait on this phone for a signal. They stay until the server has answered each of them. */
export function useFieldQueue() {
  const { company, user } = usePage<Data.SharedProps>().props
  const place = `field:${company?.slug}:${user?.id}`

  function load() {
    kept.value = JSON.parse(localStorage.getItem(place) ?? '[]') as Kept[]
  }

  function save() {
    localStorage.setItem(place, JSON.stringify(kept.value))
  }

  function keep(one: Kept) {
    load()
    kept.value = [...kept.value.filter(({ submissionKey }) => submissionKey !== one.submissionKey), one]
    save()
  }

  function discard({ submissionKey }: Kept) {
    kept.value = kept.value.filter((one) => one.submissionKey !== submissionKey)
    save()
  }

  function change(one: Kept, changes: Partial<Kept>) {
    keep({ ...one, ...changes, conflict: null })
    void send()
  }

  async function send() {
    if (isSending.value) return
    isSending.value = true
    try {
      load()
      for (const one of kept.value.filter(({ conflict }) => !conflict)) if (!(await sendOne(one))) break
    } finally {
      isSending.value = false
    }
  }

  // False: nothing else would get through either.
  async function sendOne(one: Kept) {
    const body = { ...one, title: undefined, conflict: undefined }
    let answer: Response
    try {
      answer = await post(body)
      // The mark of this browser does not outlive hours without signal; any screen brings another.
      if (answer.status === STALE) answer = await fetch(urlFor('field.home.index')).then(() => post(body))
    } catch {
      return false
    }
    mustSignIn.value = answer.redirected || [401, STALE].includes(answer.status)
    if (mustSignIn.value || answer.status >= 500 || answer.status === 429) return false
    if (answer.ok) discard(one)
    else keep({ ...one, conflict: (await answer.json().catch(() => ({}))) as Conflict })
    return true
  }

  return { kept, isSending, mustSignIn, load, keep, discard, change, send }
}

const post = (body: object) =>
  fetch(urlFor('field.submissions.store'), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-xsrf-token': xsrfToken(),
    },
    body: JSON.stringify(body),
  })

/** Sends what waits as soon as it may: on opening, when the signal is back, and now and then. */
export function useFieldSync() {
  const queue = useFieldQueue()
  const wake = () => void queue.send()
  let timer: ReturnType<typeof setInterval> | undefined

  onMounted(() => {
    wake()
    addEventListener('online', wake)
    timer = setInterval(() => queue.kept.value.length > 0 && wake(), PAUSE)
  })
  onBeforeUnmount(() => {
    removeEventListener('online', wake)
    clearInterval(timer)
  })
  return queue
}
