import app from '@adonisjs/core/services/app'
import transmit from '@adonisjs/transmit/services/main'
import { Listener } from '#app/platform/listener'
import { LIVE_CHANNEL, type Broadcast } from '#app/platform/live'
import { OpenStreams } from '#app/platform/open_streams'
import { mayHear } from '#app/identity/live_access'

transmit.registerRoutes()
for (const channel of ['companies/:tenantId/leads', 'companies/:tenantId/leads/:leadId']) {
  transmit.authorize<{ tenantId: string }>(channel, (ctx, { tenantId }) => mayHear(ctx, tenantId))
}
transmit.authorize<{ tenantId: string; userId: string }>(
  'companies/:tenantId/users/:userId',
  (ctx, { tenantId, userId }) => mayHear(ctx, tenantId, userId)
)

const listener = new Listener(LIVE_CHANNEL, {
  notify: (payload) => {
    const { channel, news } = JSON.parse(payload) as Broadcast
    transmit.broadcast(channel, news)
  },
  // What was told while the connection was away is lost: let every page fetch again.
  connect: () => transmit.broadcast('resync', {}),
})

const streams = new OpenStreams()
transmit.on('connect', ({ context }) => streams.add(context.response.response))

app.terminating(() => listener.close())
await app.ready(async () => {
  await listener.open()
  // Registered last and so run first: before the server closes.
  app.terminating(() => streams.cut())
})
