/** One press sends once; coming back by the browser's button makes the form usable again. */
export function guardSending(form: HTMLFormElement) {
  const button = form.querySelector<HTMLButtonElement>('button.main')!
  const label = button.querySelector('span')!
  const words = label.textContent
  form.addEventListener('submit', (event) => {
    if (button.getAttribute('aria-disabled') === 'true') {
      event.preventDefault()
    } else {
      button.setAttribute('aria-disabled', 'true')
      label.textContent = form.dataset.sending ?? 'Sending…'
    }
  })
  window.addEventListener('pageshow', () => {
    button.removeAttribute('aria-disabled')
    label.textContent = words
  })
}

/** A preview shows how it works and sends nothing. */
export function sendNothing(form: HTMLFormElement) {
  const word = document.createElement('p')
  word.className = 'soft center'
  word.setAttribute('role', 'status')
  form.append(word)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    word.textContent = form.dataset.preview!
  })
}
