import type { HttpContext } from '@adonisjs/core/http'
import { MailReport } from '#app/bounces/mail_report'
import { SnsMessage } from '#app/bounces/sns_message'

/** The mail provider tells what became of mails. */
export default class MailReportsController {
  async store({ request, response }: HttpContext) {
    const message = SnsMessage.parse(request.raw())
    await message.verify()
    if (message.kind === 'SubscriptionConfirmation') await message.confirm()
    if (message.kind === 'Notification') await new MailReport(message.id, message.content).take()
    return response.noContent()
  }
}
