import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export function bounceRoutes() {
  router.post('mail_reports', [controllers.bounces.MailReports, 'store']).as('bounces.mail_reports.store')
}
