import { Exception } from '@adonisjs/core/exceptions'

/** Somebody reports what has become of mails, and is not who may. */
export class MailReportRefusedError extends Exception {
  static status = 403
  static code = 'E_MAIL_REPORT_REFUSED'

  constructor(reason: string) {
    super(`This report was not taken: ${reason}`)
  }
}
