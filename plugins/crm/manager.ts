import app from '@adonisjs/core/services/app'
import type { CrmAdapter, CrmName } from '#plugins/crm/contract'
import { FakeCrm } from '#plugins/crm/fake'

type AdapterModule = { default: new () => CrmAdapter }

export type CrmConfig<Name extends string = string> = {
  default: Name
  /** Loaded at first use, so that an unused vendor costs nothing. */
  adapters: Record<Name, () => Promise<AdapterModule>>
}

export const defineConfig = <Name extends string>(config: CrmConfig<Name>) => config

export class CrmManager {
  #adapters = new Map<string, CrmAdapter>()
  #fakes = new Map<string, FakeCrm>()

  constructor(private config: () => CrmConfig) {}

  async use(name: CrmName = this.config().default as CrmName): Promise<CrmAdapter> {
    return this.#fakes.get(name) ?? this.#adapters.get(name) ?? this.#load(name)
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
    const { default: Adapter } = await this.config().adapters[name]()
    const adapter = new Adapter()
    this.#adapters.set(name, adapter)
    return adapter
  }
}

export const crm = new CrmManager(() => app.config.get<CrmConfig>('crm'))
