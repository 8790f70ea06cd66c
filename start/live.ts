import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import transmit from '@adonisjs/transmit/services/main'
import { Listener } from '#app/platform/live/listener'
import { live, LIVE_CHANNEL, type Broadcast } from '#app/platform/live/live'
import type { HttpContext } from '@adonisjs/core/http'
import { OpenStreams, STREAMS_CHANNEL } from '#app/platform/live/open_streams'
import { hashOf } from '#app/platform/secret'
import { visitIn } from '#app/impersonations/visit_in'
import { hearerOf } from '#app/identity/live_access'

type Place = { tenantId: string; userId: string }

async function hearerAt(ctx: HttpContext, tenantId: string) {
  return (await visitIn(ctx, tenantId))?.user ?? (await hearerOf(ctx, tenantId))
}
const isFor = async (ctx: HttpContext, { tenantId, userId }: Place) =>
  (await hearerAt(ctx, tenantId))?.id === userId

// Everybody else hears of the leads that they may read, on a channel of their own.
transmit.authorize<Place>('companies/:tenantId/leads', async (ctx, { tenantId }) => {
  const hearer = await hearerAt(ctx, tenantId)
  return hearer?.level('read', 'leads') === 'all'
})
transmit.authorize<Place>('companies/:tenantId/leads/for/:userId', isFor)
transmit.authorize<Place>('companies/:tenantId/users/:userId', isFor)

const streams = new OpenStreams(transmit.getManager())

router.get('__transmit/events', (ctx) => {
  const { request, response } = ctx
  const uid = uidIn(ctx)
  if (!uid) return response.badRequest()
  const stream = transmit.createStream({
    uid,
    context: ctx,
    request: request.request,
    response: response.response,
    injectResponseHeaders: response.getHeaders(),
  })
  streams.add(uid, response.response)
  return response.stream(stream)
})

// The stream may hang on another web process than the one that is asked here: told to all, in the order of the news.
router.post('__transmit/subscribe', async (ctx) => {
  const { request, response } = ctx
  const uid = uidIn(ctx)
  const channel: unknown = request.input('channel')
  const isOurs = typeof channel === 'string' && channel.startsWith('companies/') && channel.length < 200
  if (!uid || !isOurs || !(await transmit.getManager().verifyAccess(channel, ctx)))
    return response.badRequest()
  const [, tenantId] = channel.split('/')
  const { auth, session, impersonation } = ctx as Partial<HttpContext> & HttpContext
  const own = [auth.use('web').user?.id, hashOf(session.sessionId), tenantId]
  await live.tellOutside(db.connection('system'), STREAMS_CHANNEL, {
    follow: uid,
    channel,
    dependsOn: [...own, impersonation?.id, impersonation?.userId].filter(Boolean).join(),
    // The clock ends a visit, also when nobody is there to write it down.
    visit: impersonation?.id ?? null,
    endsAt: impersonation?.endsAt.toMillis() ?? null,
  })
  return response.noContent()
})

const UID = /^[\w-]{8,64}$/

function uidIn({ request }: HttpContext) {
  const uid: unknown = request.input('uid')
  return typeof uid === 'string' && UID.test(uid) ? uid : null
}

let hasListened = false
const listener = new Listener(LIVE_CHANNEL, {
  notify: (payload) => {
    const { channel, news } = JSON.parse(payload) as Broadcast
    if (channel !== STREAMS_CHANNEL) transmit.broadcast(channel, news)
    else if (news.cut) streams.cut(String(news.cut))
    else streams.follow(news)
  },
  // What was told while the connection was away is lost: let every browser come again, and its pages fetch anew.
  connect: () => {
    if (hasListened) streams.cutAll()
    hasListened = true
  },
})

app.terminating(() => listener.close())
await app.ready(async () => {
  await listener.open()
  // Registered last and so run first: before the server closes.
  app.terminating(() => streams.cutAll())
})
