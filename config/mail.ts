import env from '#start/env'
import { defineConfig, transports } from '@adonisjs/mail'
import type { InferMailers } from '@adonisjs/mail/types'
import { SmtpTransport } from '#app/platform/sending/smtp_transport'

const smtpUrl = env.get('SMTP_URL')?.release()
const smtp = smtpUrl ? new URL(smtpUrl) : undefined

export const mailFrom = env.get('MAIL_FROM') ?? 'no-reply@latchkey.example'

export const mailDriver = env.get('MAIL_DRIVER') ?? 'smtp'

/** Without a server there is nowhere to send to: mails stay in the audit. */
export const hasMailServer = mailDriver === 'ses' || smtp !== undefined

/** Whose reports of bounces and complaints are believed: anybody may have a topic and sign what it says. */
export const reportTopics = env.get('SES_TOPICS')?.split(',').filter(Boolean) ?? []
const sesKey = env.get('SES_KEY')

const smtpTransport = new SmtpTransport({
  host: smtp?.hostname ?? '127.0.0.1',
  port: Number(smtp?.port || 25),
  secure: smtp?.protocol === 'smtps:',
  auth: smtp?.username
    ? { user: decodeURIComponent(smtp.username), pass: decodeURIComponent(smtp.password) }
    : undefined,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
})

const mailConfig = defineConfig({
  default: mailDriver,
  from: { address: mailFrom, name: 'Latchkey' },
  mailers: {
    // A transport of our own: nodemailer takes one in the place of options, which the type leaves out.
    smtp: transports.smtp(smtpTransport as never),
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
