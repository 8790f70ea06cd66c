import { createHash } from 'node:crypto'
import type { CrmConnection } from '#plugins/crm/contract'
import { CrmNeedsReconnectError, CrmUnavailableError } from '#plugins/crm/errors'
import { readJson } from '#plugins/crm/json_answer'

/** The newest version of the API that this adapter was written for, and the oldest that has all it uses. */
const NEWEST = 67
const OLDEST = 62
const MOST = 500
/** What an administrator changes there is known after so long. */
const LASTS = 60 * 60 * 1000

type Settings = CrmConnection['settings']

/** A login of ours at one company's Salesforce: what all requests of this process for the company share. */
export class SalesforceSession {
  static #known = new Map<string, Promise<SalesforceSession>>()
  /** What is known of its objects' fields, by object. */
  readonly fields = new Map<string, Promise<Set<string>>>()
  readonly #endsAt = Date.now() + LASTS

  private constructor(
    /** `null`: the company let us in on the screen, and the platform carries what it was given. */
    readonly token: string | null,
    readonly version: string
  ) {}

  /** Several who ask at once sign in once. */
  static async of(connection: CrmConnection) {
    const key = keyOf(connection.settings)
    const known = this.#known.get(key)
    if (known && !(await known).#isOver) return known
    return this.#open(key, connection)
  }

  static #open(key: string, connection: CrmConnection) {
    if (this.#known.size >= MOST) this.#known.clear()
    const opening = open(connection).then(([token, version]) => new SalesforceSession(token, version))
    this.#known.set(key, opening)
    opening.catch(() => this.#known.delete(key))
    return opening
  }

  /** Sessions end without notice; the next request signs in again. */
  static async forget(connection: CrmConnection, ended: SalesforceSession) {
    const key = keyOf(connection.settings)
    if ((await this.#known.get(key)?.catch(() => null)) === ended) this.#known.delete(key)
  }

  get #isOver() {
    return Date.now() > this.#endsAt
  }

  get root() {
    return `/services/data/${this.version}`
  }
}

// Another secret is another login, so nobody comes in by what somebody else has entered.
const keyOf = ({ domain, user, clientId, clientSecret }: Settings) =>
  createHash('sha256')
    .update(JSON.stringify([domain, user, clientId, clientSecret]))
    .digest('hex')

async function open(connection: CrmConnection): Promise<[token: string | null, version: string]> {
  const token = connection.settings.clientId ? await signIn(connection) : null
  return [token, await versionOf(connection)]
}

async function signIn(connection: CrmConnection) {
  const { clientId, clientSecret } = connection.settings
  const answer = await connection.request('/services/oauth2/token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }).toString(),
  })
  if (answer.status >= 500 || answer.status === 429) throw new CrmUnavailableError()
  if (!answer.ok) throw new CrmNeedsReconnectError()
  const { access_token: token } = (await readJson(answer)) as { access_token?: string }
  if (!token) throw new CrmUnavailableError()
  return token
}

async function versionOf(connection: CrmConnection) {
  const answer = await connection.request('/services/data', { headers: { accept: 'application/json' } })
  if (answer.status === 401) throw new CrmNeedsReconnectError()
  if (!answer.ok) throw new CrmUnavailableError()
  const offered = ((await readJson(answer)) as { version: string }[]).map(({ version }) => Number(version))
  const version = Math.max(...offered.filter((one) => one >= OLDEST && one <= NEWEST))
  if (!Number.isFinite(version)) throw new CrmUnavailableError()
  return `v${version.toFixed(1)}`
}
