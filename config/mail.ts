import env from '#start/env'
import { defineConfig, transports } from '@adonisjs/mail'
import type { InferMailers } from '@adonisjs/mail/types'
import { openSmtpSocket } from '#app/platform/sending/smtp_socket'
import { smtpListener } from '#app/platform/sending/smtp_conversation'

const smtpUrl = env.get('SMTP_URL')?.release()
const smtp = smtpUrl ? new URL(smtpUrl) : undefined

export const mailFrom = env.get('MAIL_FROM') ?? 'no-reply@latchkey.example'

export const mailDriver = env.get('MAIL_DRIVER') ?? 'smtp'

/** Without a server there is nowhere to send to: mails stay in the audit. */
export const hasMailServer = mailDriver === 'ses' || smtp !== undefined

/** Whose reports of bounces and complaints are believed: anybody may have a topic and sign what it says. */
export const reportTopics = env.get('SES_TOPICS')?.split(',').filter(Boolean) ?? []
const sesKey = env.get('SES_KEY')

const mailConfig = defineConfig({
  default: mailDriver,
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
      // The type leaves it out.
      ...{ getSocket: openSmtpSocket },
      logger: smtpListener as never,
      debug: true,
    }),
    // Tried once: whether a call that was cut sent the mail is for the record, not for the client.
    ses: transports.ses({
      region: env.get('SES_REGION'),
      endpoint: env.get('SES_ENDPOINT'),
      credentials: sesKey
        ? { accessKeyId: sesKey, secretAccessKey: env.get('SES_SECRET')?.release() ?? '' }
        : undefined,
      maxAttempts: 1,
      requestHandler: { connectionTimeout: 10_000, requestTimeout: 30_000 },
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
