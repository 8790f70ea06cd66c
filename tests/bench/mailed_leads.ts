import { randomUUID } from 'node:crypto'

const COMPANIES = 4

/** Programs of several companies, each with the token by which it sends leads. */
export async function makePrograms() {
  const { makeCompany } = await import('#tests/factories')
  const { default: AccessToken } = await import('#app/access_tokens/access_token')
  const companies = await Promise.all(Array.from({ length: COMPANIES }, () => makeCompany()))
  const tokens = await Promise.all(
    companies.map(({ inside, admin }) => inside(() => AccessToken.mint(admin.user, 'bench')))
  )
  return { companies, tokens }
}

/** Leads of such programs, each with a customer of its own whose mail is waited for. */
export class MailedLeads {
  #waiting = new Map<string, (at: number) => void>()

  /** The mail server has one. */
  heard = (recipient: string) => this.#waiting.get(recipient)?.(performance.now())

  /** Resolves when the lead is taken in, to the milliseconds until its mail is there. */
  async send(url: string, token: string): Promise<{ mailed: Promise<number> }> {
    const contactEmail = `${randomUUID()}@example.com`
    const heard = new Promise<number>((resolve) => this.#waiting.set(contactEmail, resolve))
    const startedAt = performance.now()
    const answer = await fetch(`${url}/api/leads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ contactName: 'Ann Lee', contactEmail, summary: 'The boiler is cold' }),
    })
    const text = await answer.text()
    if (answer.status !== 201) throw new Error(`${answer.status}: ${text}`)
    return { mailed: heard.then((at) => at - startedAt) }
  }
}
