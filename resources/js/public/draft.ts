const WEEK = 7 * 24 * 60 * 60 * 1000
const KEPT = 'input:not([type=hidden]):not([type=file]), select, textarea'

type Draft = { at: number; values: [name: string, value: string][] }

const keyOf = (code: string) => `draft:${code}`

/** What was typed survives a reload, a dead battery and the way back; it never leaves this phone by itself. */
export function keepDraft(form: HTMLFormElement) {
  const code = form.dataset.draft!
  if (!form.dataset.returned) restore(form, code)
  form.addEventListener('input', () => save(form, code))
}

export function forgetDraft(code: string | undefined) {
  if (code) withStorage((storage) => storage.removeItem(keyOf(code)))
}

function save(form: HTMLFormElement, code: string) {
  const values = fieldsOf(form)
    .filter((field) => (isTick(field) ? field.checked : field.value))
    .map((field): [string, string] => [field.name, field.value])
  withStorage((storage) => storage.setItem(keyOf(code), JSON.stringify({ at: Date.now(), values } satisfies Draft)))
}

function restore(form: HTMLFormElement, code: string) {
  const text = withStorage((storage) => storage.getItem(keyOf(code)))
  if (!text) return
  const { at, values } = JSON.parse(text) as Draft
  if (Date.now() - at > WEEK) return forgetDraft(code)
  for (const field of fieldsOf(form)) {
    const mine = values.filter(([name]) => name === field.name).map(([, value]) => value)
    if (isTick(field)) field.checked = mine.includes(field.value)
    else field.value = mine[0] ?? ''
  }
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const fieldsOf = (form: HTMLFormElement) =>
  [...form.querySelectorAll<Field>(KEPT)].filter(({ name }) => name && name !== 'website' && !name.startsWith('held'))

const isTick = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio'

// A private window or a full phone refuses storage; the form works without.
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.localStorage)
  } catch {
    return null
  }
}
