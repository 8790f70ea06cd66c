import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { appUrl } from '#config/app'
import { makeTarget, type Target } from '#tests/security/cases'
import { openPost } from '#tests/security/mails'
import { attemptOn, knock, namesOf, routeNamed, sampleOf } from '#tests/security/surface'

const EVIL = 'evil.example'
const HOSTILE: Record<string, string>[] = [
  { host: EVIL },
  { host: `${EVIL}:443`, 'x-forwarded-proto': 'https' },
  { 'x-forwarded-host': EVIL },
  { forwarded: `host=${EVIL}` },
  { 'x-host': EVIL, 'x-forwarded-server': EVIL },
  { origin: `https://${EVIL}`, referer: `https://${EVIL}/` },
]

/** Every route after which somebody gets a mail. */
const MAILING = [
  'identity.invitations.store',
  'identity.invitation_resends.store',
  'console.invitations.store',
  'console.invitation_resends.store',
  'sign_in.forgotten_passwords.store',
  'sign_in.sign_in_links.store',
  'requests.requests.store',
  'messages.replies.store',
  'orders.conversions.store',
]

test.group('A mail', (group) => {
  let target: Target
  let post: Awaited<ReturnType<typeof openPost>>
  group.setup(async () => {
    target = await makeTarget()
    post = await openPost()
    // The attacks before this one came from the same address and have used up what it may ask for.
    await db.connection('system').from('rate_limits').delete()
    return () => post.close()
  })

  test('{$self}: links to this installation, whatever host the request named')
    .with(namesOf((route) => MAILING.includes(route.name!)))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      for (const headers of sampleOf(HOSTILE)) {
        const sending = await attemptOn(route).send(target)
        await post.deliver(target)
        const request = knock(client, { route, target, sending })
        for (const [header, value] of Object.entries(headers)) request.header(header, value)
        assert.isBelow((await request).status(), 400)
        const mails = await post.deliver(target)
        assert.isAbove(mails.length, 0, 'a mail was sent')
        for (const { raw, text } of mails) {
          assert.notInclude(raw + text, EVIL)
          for (const [address] of text.matchAll(/https?:\/\/[^\s"'<>)]+/g))
            assert.isTrue(address.startsWith(`${appUrl}/`) || address === appUrl, address)
        }
      }
    })
})
