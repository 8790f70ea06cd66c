import { test } from '@japa/runner'
import { mailChannel } from '#app/deliveries/mail_channel'
import { channelConformance } from '#tests/functional/deliveries/channel_conformance'
import { MailServer } from '#tests/mail_server'

test.group('E-mail as a channel', (group) => {
  let server: MailServer

  group.each.setup(async () => {
    server = await new MailServer().open()
    return () => server.close()
  })

  channelConformance(mailChannel, () => ({
    join: async (_, user) => user.email,
    arrived: async () => server.received.map(({ raw }) => subjectIn(raw)),
    refuse(how) {
      const code = how === 'for_now' ? 450 : 550
      server.onRecipient = how ? { code, message: 'Not now' } : undefined
    },
  }))
})

const subjectIn = (raw: string) => /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw)![1].replace(/\r\n/g, '')
