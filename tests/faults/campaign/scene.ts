import { DateTime } from 'luxon'
import type { Application } from '@adonisjs/core/app'

export type Scene = {
  tenantId: string
  token: string
  /** Paths of public forms, and the question that becomes the summary. */
  forms: string[]
  question: string
}

// Each takes so many requests an hour, and clocks that jump make hours long.
const CODES = 240
/** What a company's program hears of by webhook. */
export const HEARD = ['lead.created', 'message.created']

/** Companies with an office, a program's token, a program that hears by webhook, and stickers at their customers' doors. */
export async function makeScenes(count: number, receiver: string): Promise<Scene[]> {
  const { bootApp } = await import('#tests/boot')
  const app: Application<never> = (await bootApp()) as never
  const scenes: Scene[] = []
  for (let one = 0; one < count; one++) scenes.push(await makeScene(`http://${receiver}/`))
  await app.terminate()
  return scenes
}

async function makeScene(url: string): Promise<Scene> {
  const { makeCompany, makeMember } = await import('#tests/factories')
  const { makeQrCodes } = await import('#tests/qr_factories')
  const { default: AccessToken } = await import('#app/access_tokens/access_token')
  const { default: Customer } = await import('#app/customers/customer')
  const { default: WebhookEndpoint } = await import('#app/webhooks/webhook_endpoint')
  const { default: LeadFlow } = await import('#app/lead_flows/lead_flow')
  const { tenant, admin, inside } = await makeCompany()
  await makeMember(tenant, 'supervisor')
  return inside(async () => {
    await LeadFlow.startFor(tenant)
    const endpoint = await WebhookEndpoint.register({ url, description: '', events: HEARD })
    // Clocks that jump back must not make it hear of less.
    await endpoint.merge({ createdAt: DateTime.utc().minus({ hours: 1 }) }).save()
    const { questions } = await LeadFlow.versionFor(null)
    const customer = await Customer.register({
      name: 'Alice Smith',
      phone: '+13035550142',
      email: 'alice@example.com',
      street: '1420 Maple St',
      city: 'Denver',
      country: 'US',
    })
    const codes = await makeQrCodes(CODES)
    for (const code of codes) await code.assign(customer, { by: null })
    return {
      tenantId: tenant.id,
      token: await AccessToken.mint(admin.user, 'Campaign'),
      forms: codes.map(({ token }) => `/q/${token.toLowerCase()}`),
      question: questions[0].id,
    }
  })
}
