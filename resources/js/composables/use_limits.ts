import { usePage } from '@inertiajs/vue3'
import type { Data } from '@generated/data'

/** Which keys of a subject's records the user's role hides or locks; the server holds to it whatever a screen does. */
export function useLimits(subject: 'leads' | 'orders' | 'customers') {
  const page = usePage<Data.SharedProps>()
  const levelOf = (key: string) => page.props.user?.limits[subject]?.[key] ?? 'edit'

  /** A form as it may be sent: what the role keeps from being changed stays out of it. */
  const writable = <Draft extends object>(draft: Draft) =>
    Object.fromEntries(Object.entries(draft).filter(([key]) => levelOf(key) === 'edit')) as Partial<Draft>

  /** What a search finds, in words: "Name, phone or e-mail". */
  function searched(always: string, byKey: Record<string, string>) {
    const words = [
      always,
      ...Object.keys(byKey)
        .filter((key) => levelOf(key) !== 'none')
        .map((key) => byKey[key]),
    ]
    return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : always
  }

  return {
    shows: (key: string) => levelOf(key) !== 'none',
    /** A form shows what there is; a new record has nothing yet that could be seen but not filled in. */
    offers: (key: string, isNew = false) => levelOf(key) === 'edit' || (levelOf(key) === 'read' && !isNew),
    isLocked: (key: string) => levelOf(key) === 'read',
    writable,
    searched,
  }
}
