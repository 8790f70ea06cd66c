import env from '#start/env'
import { defineConfig } from '#plugins/crm/manager'

const crmConfig = defineConfig({
  default: 'native',
  adapters: {
    native: () => import('#plugins/crm/native/adapter'),
    hubspot: () => import('#plugins/crm/hubspot/adapter'),
    salesforce: () => import('#plugins/crm/salesforce/adapter'),
  },
  hosts: { hubspot: env.get('HUBSPOT_API_URL'), salesforce: env.get('SALESFORCE_LOGIN_URL') },
  oauth: {
    hubspot: {
      clientId: env.get('HUBSPOT_CLIENT_ID'),
      clientSecret: env.get('HUBSPOT_CLIENT_SECRET')?.release(),
      loginUrl: env.get('HUBSPOT_LOGIN_URL'),
    },
  },
})

export default crmConfig

declare module '#plugins/crm/contract' {
  export interface CrmAdapters extends Record<keyof (typeof crmConfig)['adapters'], true> {}
}
