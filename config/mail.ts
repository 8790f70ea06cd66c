import env from '#start/env'
import { defineConfig, transports } from '@adonisjs/mail'
import type { InferMailers } from '@adonisjs/mail/types'

const smtpUrl = env.get('SMTP_URL')?.release()
const smtp = smtpUrl ? new URL(smtpUrl) : undefined

const mailConfig = defineConfig({
  default: 'smtp',
  from: { address: env.get('MAIL_FROM') ?? 'no-reply@latchkey.example', name: 'Latchkey' },
  mailers: {
    smtp: transports.smtp({
      host: smtp?.hostname ?? '127.0.0.1',
      port: Number(smtp?.port || 25),
      secure: smtp?.protocol === 'smtps:',
      auth: smtp?.username
        ? { type: 'login', user: decodeURIComponent(smtp.username), pass: decodeURIComponent(smtp.password) }
        : undefined,
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
