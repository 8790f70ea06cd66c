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
      label.textContent = 'Sending…'
    }
  })
  window.addEventListener('pageshow', () => {
    button.removeAttribute('aria-disabled')
    label.textContent = words
  })
}
