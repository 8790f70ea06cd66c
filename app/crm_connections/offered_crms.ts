import app from '@adonisjs/core/services/app'
import type { CrmName, CrmSetting } from '#plugins/crm/contract'
import { crm, type CrmConfig } from '#plugins/crm/manager'

export type OfferedCrm = {
  name: CrmName
  label: string
  host: string
  settings: CrmSetting[]
  hasScreen: boolean
}

/** The systems outside that this installation knows. */
export async function offeredCrms() {
  const names = Object.keys(app.config.get<CrmConfig>('crm').adapters) as CrmName[]
  const offered: OfferedCrm[] = []
  for (const name of names) {
    const { host, label, settings } = await crm.classOf(name)
    const hasScreen = (await crm.oauthOf(name)) !== null
    if (host) offered.push({ name, label, host: new URL(host).host, settings: [...settings], hasScreen })
  }
  return offered
}
