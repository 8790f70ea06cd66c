import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { letSendOn } from '#app/platform/http/framing'
import { UploadedForm } from '#app/platform/http/uploaded_form'
import type { Entrance } from '#app/requests/entrance'
import { PostedRequest, type Taken } from '#app/requests/posted_request'
import { RequestForm } from '#app/requests/request_form'
import { readerOf } from '#app/requests/language'
import { requestPage } from '#app/requests/request_page'
import { waitFor } from '#app/requests/request_limits'

/** A form that was posted: `whenTaken` answers for the lead that it became, else it is given back as it was filled in. */
export async function takeIn(ctx: HttpContext, entrance: Entrance, whenTaken: (taken: Taken) => unknown) {
  const { request, response, view } = ctx
  const wait = await waitFor(entrance, request.ip())
  const answer = async (upload: UploadedForm) => {
    const form = await Current.run(entrance.unit, () =>
      RequestForm.takeBack(entrance, request.input('stamp'), readerOf(request))
    )
    const posted = await PostedRequest.read({ form, request, upload, wait })
    const taken = posted.isAcceptable ? await posted.accept() : null
    if (taken) return whenTaken(taken)
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
