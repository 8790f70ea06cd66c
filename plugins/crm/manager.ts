import app from '@adonisjs/core/services/app'
import { openConnection, type CrmCarry } from '#plugins/crm/connection'
import type {
  CrmAdapter,
  CrmAdapterClass,
  CrmConnection,
  CrmName,
  CrmSettings,
  CrmWebhook,
} from '#plugins/crm/contract'
import { asOfToday } from '#plugins/crm/earlier_contract'
import { CrmSettingError } from '#plugins/crm/errors'
import { inOurErrors } from '#plugins/crm/package_errors'
import { FakeCrm } from '#plugins/crm/fake'

type AdapterModule = { default: CrmAdapterClass }

export type CrmConfig<Name extends string = string> = {
  default: Name
  /** Loaded at first use, so that an unused vendor costs nothing. */
  adapters: Record<Name, () => Promise<AdapterModule>>
  /** What the operator has put in the place of a vendor's own host, such as a sandbox. */
  hosts?: Partial<Record<Name, string>>
  /** What this installation is known by at vendors on whose screens companies let it in. */
  oauth?: Partial<Record<Name, CrmOauthClient>>
}

/** `loginUrl`: what the operator has put in the place of the vendor's screen. */
export type CrmOauthClient = { clientId?: string; clientSecret?: string; loginUrl?: string }

export const defineConfig = <Adapters extends CrmConfig['adapters']>(
  config: Omit<CrmConfig<keyof Adapters & string>, 'adapters'> & { adapters: Adapters }
) => config

export class CrmManager {
  #own = new Map<string, CrmAdapter>()
  #fakes = new Map<string, FakeCrm>()

  constructor(private config: () => CrmConfig) {}

  /** An adapter that talks to nobody outside, and so needs no connection. */
  async use(name: CrmName = this.config().default as CrmName): Promise<CrmAdapter> {
    return this.#fakes.get(name) ?? this.#own.get(name) ?? this.#load(name)
  }

  /** What one company has entered, on its way to the system that it has chosen. */
  async connect(
    name: CrmName,
    { carry, ...own }: Omit<CrmConnection, 'request'> & { carry?: CrmCarry }
  ): Promise<CrmAdapter> {
    const Adapter = await this.classOf(name)
    const elsewhere = this.config().hosts?.[name]
    const host = hostFor(Adapter, own.settings, elsewhere)
    if (!host) return this.use(name)
    const privateHost = elsewhere && new URL(elsewhere).host
    const way = openConnection({ ...own, host, privateHost, carry })
    return inOurErrors(asOfToday(new Adapter(way), Adapter.contract))
  }

  /** How a company lets us in on the vendor's screen; `null` where the adapter or the operator offers no such way. */
  async oauthOf(name: CrmName) {
    const { oauth, host } = await this.classOf(name)
    const { clientId, clientSecret, loginUrl } = this.config().oauth?.[name] ?? {}
    if (!oauth || !host || !clientId || !clientSecret) return null
    const elsewhere = this.config().hosts?.[name]
    const desk = oauth.tokenHost ? (loginUrl ?? oauth.tokenHost) : (elsewhere ?? host)
    const at = (path: string) => new URL(path, desk).href
    const screen = new URL(oauth.authorizeUrl)
    return {
      authorizeUrl: loginUrl ? new URL(screen.pathname + screen.search, loginUrl).href : screen.href,
      tokenUrl: at(oauth.tokenPath),
      revokeUrl: oauth.revokePath ? at(oauth.revokePath) : null,
      scopes: oauth.scopes,
      lost: oauth.lost ?? [],
      account: oauth.account ?? null,
      told: oauth.told ?? {},
      clientId,
      clientSecret,
      privateHosts: elsewhere ? [new URL(elsewhere).host] : [],
    }
  }

  /** Who reads a vendor's webhooks, and the secret that they are signed with; `null` where none can come. */
  async webhooksOf(name: string) {
    const isKnown = Object.hasOwn(this.config().adapters, name)
    const Adapter = isKnown ? await this.classOf(name as CrmName) : null
    const secret = this.config().oauth?.[name]?.clientSecret
    if (!Adapter?.hintsIn || !secret) return null
    return { name: name as CrmName, secret, hintsIn: (webhook: CrmWebhook) => Adapter.hintsIn!(webhook) }
  }

  async classOf(name: CrmName) {
    return (await this.config().adapters[name]()).default
  }

  /** Puts an adapter in memory in the place of `name`, until `restore`. */
  fake(name: CrmName = this.config().default as CrmName): FakeCrm {
    const fake = new FakeCrm()
    this.#fakes.set(name, fake)
    return fake
  }

  restore(name: CrmName = this.config().default as CrmName) {
    this.#fakes.delete(name)
  }

  async #load(name: CrmName) {
    const Adapter = await this.classOf(name)
    if (Adapter.host) throw new TypeError(`The customer system "${name}" needs a connection`)
    const adapter = new Adapter(NOWHERE)
    this.#own.set(name, adapter)
    return adapter
  }
}

/** What the operator has put in the vendor's place may call itself the company's host: nobody else may. */
function hostFor(Adapter: CrmAdapterClass, settings: CrmSettings, elsewhere?: string) {
  try {
    const own = Adapter.hostOf?.(settings) ?? Adapter.host
    return elsewhere ?? own
  } catch (error) {
    const given = error instanceof CrmSettingError ? settings[error.setting] : undefined
    if (elsewhere && given && URL.parse(given)?.origin === new URL(elsewhere).origin) return elsewhere
    throw error
  }
}

const NOWHERE: CrmConnection = {
  settings: {},
  country: '',
  request: () => Promise.reject(new TypeError('This adapter has no host')),
}

export const crm = new CrmManager(() => app.config.get<CrmConfig>('crm'))
