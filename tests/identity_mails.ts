import IdentityMail from '#app/sign_in/identity_mail'
import IdentityMailSender from '#app/sign_in/identity_mail_sender'
import { INSTALLATION } from '#app/platform/sending/turns'
import { sendNow } from '#tests/deliveries'
import type { MailServer } from '#tests/mail_server'

/** What is owed to an address, oldest first. */
export const mailsTo = (address: string) => IdentityMail.query().where('recipient', address).orderBy('id')

export const sendIdentityMail = (id: string) =>
  sendNow(new IdentityMailSender(), { tenantId: INSTALLATION, subjectId: id })

/** Sends what is owed to an address, as the dispatcher would. */
export async function sendTo(address: string) {
  for (const { id } of await mailsTo(address).where('state', 'queued')) await sendIdentityMail(id)
}

/** The path of the newest link that reached an address. */
export async function linkFor(server: MailServer, address: string) {
  await sendTo(address)
  const links = server.received
    .filter(({ to }) => to.includes(address))
    .flatMap(({ text }) => /https?:\/\/[^/]+(\/[a-z_]+\/[\w-]{43})/.exec(text)?.[1] ?? [])
  return links.at(-1)!
}
