import { computed } from 'vue'
import { useForm, usePage } from '@inertiajs/vue3'
import type { Data } from '@generated/data'
import { urlFor } from '~/client'

/** Showing again that it is you: by password, by a code of the app, or by one that is mailed where there is neither. */
export function useConfirmation() {
  const page = usePage<Data.SharedProps>()
  const form = useForm({ password: '', code: '' })

  function confirm(onSuccess = () => {}) {
    const { hasPassword, hasTwoFactor } = page.props.identity ?? {}
    const visit = { preserveScroll: true, preserveState: true, onSuccess, onFinish: () => form.reset() }
    if (hasPassword) form.post(urlFor('sign_in.confirmations.store'), visit)
    else if (hasTwoFactor) form.post(urlFor('two_factor.code_confirmations.store'), visit)
    else form.put(urlFor('sign_in.mailed_confirmations.update'), visit)
  }

  /** There is a field to fill in; whom only a mailed code helps has none until it is typed. */
  const canConfirm = computed(() => {
    const { hasPassword, hasTwoFactor } = page.props.identity ?? {}
    return hasPassword || hasTwoFactor || form.code !== ''
  })

  return { form, confirm, canConfirm }
}
