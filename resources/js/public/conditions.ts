import { shownAmong, type Condition } from '../../../app/lead_flows/showing'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** Shows each question while its condition is met, by the rule that the server keeps too. */
export function followConditions(form: HTMLFormElement) {
  const asked = [...form.querySelectorAll<HTMLElement>('[data-question]')]
  const questions = asked.map(({ dataset: { question, when } }) => ({
    id: question!,
    condition: when ? (JSON.parse(when) as Condition) : null,
  }))
  if (!questions.some(({ condition }) => condition)) return
  const answersTo = (id: string) => answersIn(asked.find(({ dataset }) => dataset.question === id))
  const follow = () => {
    const shown = shownAmong(questions, answersTo)
    for (const one of asked) if (one.dataset.when) show(one, shown.has(one.dataset.question!))
  }
  form.addEventListener('input', follow)
  form.addEventListener('change', follow)
  follow()
}

function answersIn(asked: HTMLElement | undefined) {
  const controls = asked ? controlsOf(asked) : []
  return controls.filter(isAnswered).map(({ value }) => value.trim())
}

function show(asked: HTMLElement, isShown: boolean) {
  if (isShown) delete asked.dataset.unmet
  else asked.dataset.unmet = 'yes'
  const isRequired = isShown && asked.dataset.required === 'yes'
  // Hidden fields keep what was typed; read-only ones are not checked by the browser.
  for (const control of controlsOf(asked)) {
    if (control.dataset.optional !== 'yes') control.required = isRequired && !isOneOfSeveral(control)
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.readOnly = !isShown
  }
}

const controlsOf = (asked: HTMLElement) => [...asked.querySelectorAll<Control>('input, select, textarea')]

const isTick = (control: Control): control is HTMLInputElement => control.type === 'checkbox' || control.type === 'radio'

const isAnswered = (control: Control) => (isTick(control) ? control.checked : control.value.trim() !== '')

// Of several boxes any one will do, which a browser cannot say; a held photo stands for a new one.
const isOneOfSeveral = ({ name, type }: Control) => (type === 'checkbox' && name.endsWith('[]')) || name.startsWith('held') || type === 'file'
