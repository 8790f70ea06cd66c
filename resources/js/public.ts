import { keepDraft, forgetDraft } from './public/draft'
import { enhancePhotos } from './public/photos'
import { guardSending } from './public/sending'
import { stayFresh } from './public/freshness'

for (const form of document.querySelectorAll<HTMLFormElement>('form[enctype]')) {
  enhancePhotos(form)
  guardSending(form)
}

const request = document.querySelector<HTMLFormElement>('form[data-draft]')
if (request) keepDraft(request)

const status = document.querySelector<HTMLElement>('[data-refresh]')
if (status) {
  forgetDraft(status.dataset.sentFor)
  stayFresh()
}

document.getElementById('problems')?.focus()
