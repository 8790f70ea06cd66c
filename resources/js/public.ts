import { keepDraft, forgetDraft } from './public/draft'
import { followConditions } from './public/conditions'
import { enhancePhotos } from './public/photos'
import { guardSending, sendNothing } from './public/sending'
import { stayFresh } from './public/freshness'

for (const form of document.querySelectorAll<HTMLFormElement>('form[enctype]')) {
  enhancePhotos(form)
  if (form.dataset.preview) sendNothing(form)
  else guardSending(form)
}

const request = document.querySelector<HTMLFormElement>('form[data-asks]')
if (request) {
  if (request.dataset.draft) keepDraft(request)
  followConditions(request)
}

const sent = document.querySelector<HTMLElement>('[data-sent-for]')
if (sent) {
  forgetDraft(sent.dataset.sentFor)
  if (sent.dataset.refresh) stayFresh()
}

document.getElementById('problems')?.focus()
