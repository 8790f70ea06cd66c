import type { HttpContext } from '@adonisjs/core/http'
import Message from '#app/messages/message'
import { storyOf } from '#app/requests/request_story'
import { statusPage } from '#app/requests/status_page'

export default class StatusesController {
  async show({ request, requestLink, view }: HttpContext) {
    const story = await requestLink.run(async (lead) => {
      if (request.method() === 'GET') await Message.readAll(lead, 'customer')
      return storyOf(lead)
    })
    const { sent, again, done } = request.qs()
    return view.render('public/status', {
      ...statusPage(requestLink, story),
      isJustMoved: done === 'moved',
      isJustSent: Boolean(sent),
      wasSentBefore: Boolean(again),
      sentFor: String(sent ?? again ?? ''),
    })
  }
}
