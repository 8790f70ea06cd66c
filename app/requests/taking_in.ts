import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { letSendOn } from '#app/platform/http/framing'
import { UploadedForm } from '#app/platform/http/uploaded_form'
import type QrCode from '#app/qr_codes/qr_code'
import type { Door } from '#app/requests/entrance'
import { PostedRequest, type Taken } from '#app/requests/posted_request'
import { RequestForm } from '#app/requests/request_form'
import { readerOf } from '#app/requests/language'
import { requestPage } from '#app/requests/request_page'
import { waitFor } from '#app/requests/request_limits'

type Answers = { taken: (taken: Taken) => unknown; closed?: (code: QrCode) => unknown }

/** A form that was posted, answered for the lead that it became; else it is given back as it was filled in. */
export async function takeIn(ctx: HttpContext, door: Door, answers: Answers) {
  const { request, response, view } = ctx
  const wait = await waitFor(door, request.ip())

  const take = async (upload: UploadedForm) => {
    const form = await Current.run(door.unit, () =>
      RequestForm.takeBack(door, request.input('stamp'), readerOf(request))
    )
    const { code } = form.entrance
    if (code?.isAssigned === false) return { closed: code }
    const posted = await PostedRequest.read({ form, request, upload, wait })
    return { form, posted, taken: posted.isAcceptable ? await posted.accept() : null }
  }

  const answer = async (upload: UploadedForm) => {
    // Files are looked through outside of any unit, however long that takes.
    const outcome = await (upload.hasFiles ? take(upload) : Current.run(door.unit, () => take(upload)))
    if (outcome.closed) return answers.closed!(outcome.closed)
    const { form, posted, taken } = outcome
    if (taken) return answers.taken(taken)
    if (wait) response.header('Retry-After', wait)
    response.status(wait ? 429 : 422)
    letSendOn(ctx, form.version.flow.redirectUrl)
    return view.render('public/request', await requestPage(form, posted))
  }
  return UploadedForm.receive(request, answer, { takesFiles: wait === 0 })
}

/** Where the customer goes after sending: to the company's own page, else to the request's. */
export const wayOn = ({ entrance, secret, isNew, redirectUrl }: Taken) =>
  redirectUrl ?? `/s/${secret}?${isNew ? 'sent' : 'again'}=${entrance.key}`
