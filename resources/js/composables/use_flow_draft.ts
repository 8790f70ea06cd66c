import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { router, useForm } from '@inertiajs/vue3'
import type { Data } from '@generated/data'
import { urlFor } from '~/client'

type Flow = Data.LeadFlows.LeadFlowDraft

const PAUSE = 800

type Draft = Pick<Flow, 'name' | 'intro' | 'successText' | 'questions' | 'language' | 'translations'>

const copyOf = ({ name, intro, successText, questions, language, translations }: Flow): Draft =>
  JSON.parse(JSON.stringify({ name, intro, successText, questions, language, translations }))

/** A flow that is being written: each pause saves the draft; what a colleague saved meanwhile is never overwritten. */
export function useFlowDraft(flow: () => Flow) {
  const params = { id: flow().id }
  const form = useForm(copyOf(flow()))
  const text = computed(() => JSON.stringify(form.data()))
  const saved = ref(text.value)
  const standing = ref<'saved' | 'saving' | 'failed' | 'outdated'>('saved')
  const isPublishing = ref(false)
  const isUnsaved = computed(() => text.value !== saved.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> | null = null

  watch(text, () => {
    clearTimeout(timer)
    if (isUnsaved.value && standing.value !== 'outdated') timer = setTimeout(() => void save(), PAUSE)
  })

  async function save(): Promise<void> {
    clearTimeout(timer)
    await underWay
    if (isUnsaved.value && standing.value !== 'outdated') await (underWay = send())
  }

  function send() {
    const sent = text.value
    const data = { ...JSON.parse(sent), basedOn: flow().basedOn }
    standing.value = 'saving'
    return new Promise<void>((done) =>
      router.put(urlFor('lead_flows.lead_flows.update', params), data, {
        only: ['flow'],
        async: true,
        showProgress: false,
        preserveScroll: true,
        preserveState: true,
        onSuccess: () => {
          saved.value = sent
          standing.value = 'saved'
        },
        onError: (errors) => (standing.value = 'E_LEAD_FLOW_CHANGED' in errors ? 'outdated' : 'failed'),
        onFinish: () => {
          if (standing.value === 'saving') standing.value = 'failed'
          underWay = null
          done()
        },
      })
    )
  }

  async function publish() {
    isPublishing.value = true
    await save()
    form
      .transform((data) => ({ ...data, basedOn: flow().basedOn }))
      .post(urlFor('lead_flows.publications.store', params), {
        preserveScroll: true,
        onSuccess: restart,
        onFinish: () => (isPublishing.value = false),
      })
  }

  /** Begins anew from what the server has. */
  function restart() {
    Object.assign(form, copyOf(flow()))
    form.clearErrors()
    saved.value = text.value
    standing.value = 'saved'
  }

  const warn = (event: BeforeUnloadEvent) => isUnsaved.value && event.preventDefault()
  onMounted(() => window.addEventListener('beforeunload', warn))
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', warn)
    void save()
  })

  return { form, standing, isUnsaved, isPublishing, save, publish, restart }
}
