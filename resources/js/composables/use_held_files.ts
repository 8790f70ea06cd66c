import { computed, onBeforeUnmount, ref } from 'vue'
import { newSubmissionKey } from '~/submission_key'
import { xsrfToken } from '~/xsrf'

export const MOST_FILES = 6
const LARGEST = 10 * 1024 * 1024

export type HeldFile = {
  key: string
  name: string
  size: number
  /** Of a hundred; what the server has is done. */
  progress: number
  reference?: string
  problem?: string
}

/** Files that go up while somebody still writes, each by itself: one that fails says why and keeps nothing from the others. */
export function useHeldFiles(action: () => string) {
  const files = ref<HeldFile[]>([])
  const problem = ref<string>()
  const requests = new Map<string, XMLHttpRequest>()

  function add(given: Iterable<File>) {
    problem.value = undefined
    for (const file of given) {
      if (files.value.length >= MOST_FILES) problem.value = `You can send up to ${MOST_FILES} files at once.`
      else send(file)
    }
  }

  function send(file: File) {
    const key = newSubmissionKey()
    files.value.push({ key, name: file.name, size: file.size, progress: 0 })
    const held = files.value.at(-1)!
    if (file.size > LARGEST) held.problem = 'Larger than 10 MB. Choose a smaller one.'
    else upload(file, held)
  }

  function upload(file: File, held: HeldFile) {
    const request = new XMLHttpRequest()
    requests.set(held.key, request)
    request.open('POST', action())
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('x-xsrf-token', xsrfToken())
    request.upload.onprogress = ({ loaded, total }) => (held.progress = Math.round((loaded / total) * 100))
    request.onload = () => settle(held, request)
    request.onerror = () => (held.problem = 'The line broke. Remove it, then add it again.')
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  }

  function settle(held: HeldFile, { status, responseText }: XMLHttpRequest) {
    const answer = parsed(responseText)
    if (status === 201 && answer.data) {
      Object.assign(held, { progress: 100, reference: answer.data.reference })
    } else {
      held.problem = answer.errors?.[0]?.detail ?? answer.detail ?? 'It was not taken. Try again in a moment.'
    }
  }

  function remove({ key }: HeldFile) {
    requests.get(key)?.abort()
    files.value = files.value.filter((one) => one.key !== key)
    problem.value = undefined
  }

  const clear = () => files.value.slice().forEach(remove)
  onBeforeUnmount(clear)

  const references = computed(() => files.value.flatMap(({ reference }) => reference ?? []))
  const isReady = computed(() => files.value.every(({ reference }) => reference))
  return { files, problem, references, isReady, add, remove, clear }
}

type Answer = { data?: { reference: string }; errors?: { detail: string }[]; detail?: string }

function parsed(text: string): Answer {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
