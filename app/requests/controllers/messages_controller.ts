import type { HttpContext } from '@adonisjs/core/http'
import { UploadedForm } from '#app/platform/http/uploaded_form'
import { PostedMessage } from '#app/requests/posted_message'
import { waitForLink } from '#app/requests/request_limits'
import { storyOf } from '#app/requests/request_story'
import { statusPage } from '#app/requests/status_page'

export default class MessagesController {
  async store({ request, response, requestLink: link, view }: HttpContext) {
    const wait = await waitForLink(link.leadId)
    const answer = async (upload: UploadedForm) => {
      const posted = await PostedMessage.read({ link, request, upload, wait })
      if (posted.problem) {
        const page = statusPage(link, await link.run(storyOf), await posted.composed())
        if (wait) response.header('Retry-After', wait)
        response.status(wait ? 429 : 422)
        return view.render('public/status', page)
      } else {
        const message = await posted.send()
        return response.redirect().status(303).toPath(`${link.path}#m-${message.id}`)
      }
    }
    return UploadedForm.receive(request, answer, { takesFiles: wait === 0 })
  }
}
