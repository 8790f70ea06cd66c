import { test } from '@japa/runner'
import { makeTarget, type Target } from '#tests/security/cases'
import {
  addressOf,
  attemptOn,
  isApi,
  knock,
  methodOf,
  namesOf,
  routeNamed,
  writes,
} from '#tests/security/surface'

/** Forms of customers: a sealed stamp of their own stands in for the token, since a phone may bring no session. */
const STAMPED = [
  'requests.requests.store',
  'requests.linked_requests.store',
  'requests.embedded_requests.store',
  'requests.messages.store',
  'requests.sticker_reports.store',
]
/** Let in by a secret that another site cannot know: of the address, or of the browser. */
const BY_SECRET = [
  'requests.cancellations.store',
  'requests.reschedulings.store',
  'requests.visit_cancellations.store',
  'notification_preferences.unsubscriptions.store',
  'notification_preferences.subscriptions.store',
  'deliveries.push_renewals.store',
]
/** Let in by the signature of an issuer, the mail provider or a vendor, which another site cannot make (own specs). */
const BY_SIGNATURE = [
  'single_sign_on.issuer_logouts.store',
  'bounces.mail_reports.store',
  'crm_connections.received_webhooks.store',
]
const NOT_BY_TOKEN = [...STAMPED, ...BY_SECRET, ...BY_SIGNATURE]

test.group('A request from another site', (group) => {
  let target: Target
  group.setup(async () => {
    target = await makeTarget()
  })

  test('{$self}: is refused without the token of the session')
    .with(namesOf((route) => writes(route) && !isApi(route) && !NOT_BY_TOKEN.includes(route.name!)))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      const bare = () => knock(client, { route, target, sending, hasToken: false })
      for (const request of [
        bare(),
        bare().header('x-csrf-token', 'guessed'),
        bare().header('x-xsrf-token', 'guessed'),
        bare().header('origin', 'https://evil.example').header('sec-fetch-site', 'cross-site'),
      ]) {
        const response = await request
        const isTurnedBack = [302, 303].includes(response.status()) && response.flashMessage('error')
        assert.isTrue(response.status() === 419 || Boolean(isTurnedBack), `answered ${response.status()}`)
      }
    })

  test('{$self}: is refused without a stamp or with one of another form')
    .with(STAMPED)
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const [other] = STAMPED.filter((one) => one !== name)
      const { body, ...sending } = await attemptOn(route).send(target)
      const foreign = (await attemptOn(routeNamed(other)).send(target)).body!
      for (const stamp of [null, 'guessed', foreign.stamp]) {
        const forged = { ...sending, body: { ...body, stamp } }
        const response = await knock(client, { route, target, sending: forged })
        assert.equal(response.status(), 422)
      }
    })

  test('{$self}: takes no cookie for a token of the API')
    .with(namesOf((route) => isApi(route) && attemptOn(route).as === 'api'))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      const response = await client
        .request(addressOf(route, target, sending), methodOf(route))
        .qs(sending.qs ?? {})
        .json(sending.body ?? {})
        .loginAs(target.admin.identity)
        .withCsrfToken()
      assert.equal(response.status(), 401)
    })
})
