import { DateTime } from 'luxon'
import type { ApiClient } from '@japa/api-client'
import { clock } from '#app/platform/clock'
import Customer from '#app/customers/customer'
import LeadFlow, { stampOf } from '#app/lead_flows/lead_flow'
import type { Question } from '#app/lead_flows/question'
import QrBatch from '#app/qr_codes/qr_batch'
import QrCode from '#app/qr_codes/qr_code'
import { makeCompany } from '#tests/factories'

type Wanted = { questions?: Question[]; customer?: { phone?: string | null; email?: string | null } }

/** A company with a customer whose sticker is waiting to be scanned. */
export async function makeSticker({ questions, customer: facts }: Wanted = {}) {
  const company = await makeCompany()
  return company.inside(async () => {
    const flow = await LeadFlow.startFor(company.tenant)
    if (questions) {
      await flow.revise({
        name: flow.name,
        basedOn: stampOf(await flow.latest()),
        intro: null,
        successText: null,
        questions,
      })
      await flow.publish()
    }
    const customer = await Customer.register({
      name: 'Alice Smith',
      phone: '+13035550142',
      email: 'alice@example.com',
      street: '1420 Maple St',
      city: 'Denver',
      country: 'US',
      ...facts,
    })
    const batch = await QrBatch.make({
      name: 'Spring',
      quantity: 2,
      template: 'a4-24',
      host: 'http://localhost',
      isDemo: true,
      by: null,
    })
    const [code, blank] = await QrCode.query().where('qrBatchId', batch.id).orderBy('position')
    await code.assign(customer, { by: null })
    const { questions: asked } = await LeadFlow.versionFor(null)
    return { ...company, flow, customer, code, blank, asked, path: `/q/${code.token.toLowerCase()}` }
  })
}

/** Opens the form as a phone does, some seconds before it is sent. */
export async function openForm(client: ApiClient, path: string) {
  clock.travelTo(DateTime.utc().minus({ seconds: 10 }))
  const page = (await client.get(path)).text()
  clock.comeBack()
  return { page, stamp: stampIn(page) }
}

/** A visitor of their own: every test comes from another network. */
export const somewhere = () => `10.${byte()}.${byte()}.${byte()}`
const byte = () => Math.floor(Math.random() * 256)

export const stampIn = (page: string) => /name="stamp" value="([^"]+)"/.exec(page)![1]
