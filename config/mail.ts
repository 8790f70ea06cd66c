import env from '#start/env'
import { defineConfig, transports } from '@adonisjs/mail'
import type { InferMailers } from '@adonisjs/mail/types'
import { smtpListener } from '#app/platform/sending/smtp_conversation'

const smtpUrl = env.get('SMTP_URL')?.release()
const smtp = smtpUrl ? new URL(smtpUrl) : undefined

export const mailFrom = env.get('MAIL_FROM') ?? 'no-reply@latchkey.example'

/** Without a server there is nowhere to send to: mails stay in the audit. */
export const hasMailServer = smtp !== undefined

const mailConfig = defineConfig({
  default: 'smtp',
  from: { address: mailFrom, name: 'Latchkey' },
  mailers: {
    smtp: transports.smtp({
      host: smtp?.hostname ?? '127.0.0.1',
      port: Number(smtp?.port || 25),
      secure: smtp?.protocol === 'smtps:',
      auth: smtp?.username
        ? { type: 'login', user: decodeURIComponent(smtp.username), pass: decodeURIComponent(smtp.password) }
        : undefined,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      logger: smtpListener as never,
      debug: true,
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
