import { useForm, usePage } from '@inertiajs/vue3'
import type { Data } from '@generated/data'
import { urlFor } from '~/client'

/** Showing again that it is you: by password, or by a code where there is none. */
export function useConfirmation() {
  const page = usePage<Data.SharedProps>()
  const form = useForm({ password: '', code: '' })

  function confirm(onSuccess = () => {}) {
    const action = page.props.identity?.hasPassword
      ? urlFor('sign_in.confirmations.store')
      : urlFor('two_factor.code_confirmations.store')
    form.post(action, {
      preserveScroll: true,
      preserveState: true,
      onSuccess,
      onFinish: () => form.reset(),
    })
  }

  return { form, confirm }
}
