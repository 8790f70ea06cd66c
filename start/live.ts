import app from '@adonisjs/core/services/app'
import transmit from '@adonisjs/transmit/services/main'
import { Listener } from '#app/platform/listener'
import { LIVE_CHANNEL, type Broadcast } from '#app/platform/live'
import type { HttpContext } from '@adonisjs/core/http'
import { OpenStreams, STREAMS_CHANNEL } from '#app/platform/open_streams'
import { hashOf } from '#app/platform/secret'
import { visitIn } from '#app/impersonations/visit_in'
import { hearerOf } from '#app/identity/live_access'

transmit.registerRoutes()

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

const streams = new OpenStreams()
const listener = new Listener(LIVE_CHANNEL, {
  notify: (payload) => {
    const { channel, news } = JSON.parse(payload) as Broadcast
    if (channel === STREAMS_CHANNEL) streams.cut(String(news.cut))
    else transmit.broadcast(channel, news)
  },
  // What was told while the connection was away is lost: let every page fetch again.
  connect: () => transmit.broadcast('resync', {}),
})

transmit.on('connect', ({ uid, context }) => streams.add(uid, context.response.response))
transmit.on('subscribe', ({ uid, channel, context: { auth, session, impersonation } }) => {
  const [, tenantId] = channel.split('/')
  const own = [auth.use('web').user?.id, hashOf(session.sessionId), tenantId]
  for (const id of [...own, impersonation?.id, impersonation?.userId]) if (id) streams.depends(uid, id)
  // The clock ends a visit, also when nobody is there to write it down.
  if (impersonation)
    setTimeout(() => streams.cut(impersonation.id), impersonation.endsAt.diffNow().toMillis()).unref()
})

app.terminating(() => listener.close())
await app.ready(async () => {
  await listener.open()
  // Registered last and so run first: before the server closes.
  app.terminating(() => streams.cutAll())
})
