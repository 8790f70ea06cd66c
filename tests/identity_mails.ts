import IdentityMail from '#app/sign_in/identity_mail'
import { IdentityMailSending } from '#app/sign_in/identity_mail_sending'
import type { MailServer } from '#tests/mail_server'

/** What is owed to an address, oldest first. */
export const mailsTo = (address: string) => IdentityMail.query().where('recipient', address).orderBy('id')

/** Sends what is owed to an address, as the scheduler would. */
export async function sendTo(address: string) {
  for (const { id } of await mailsTo(address).where('state', 'queued'))
    await new IdentityMailSending(id).run()
}

/** The path of the newest link that reached an address. */
export async function linkFor(server: MailServer, address: string) {
  await sendTo(address)
  const links = server.received
    .filter(({ to }) => to.includes(address))
    .flatMap(({ text }) => /https?:\/\/[^/]+(\/[a-z_]+\/[\w-]{43})/.exec(text)?.[1] ?? [])
  return links.at(-1)!
}
