import env from '#start/env'
import { defineConfig } from '#plugins/crm/manager'

const salesforce = env.get('SALESFORCE_LOGIN_URL')
/** Its own sign-in pages let in at each company's host; anything else stands in the place of those. */
const isSignInPage = /^https:\/\/(login|test)\.salesforce\.com\/?$/.test(salesforce ?? '')

const crmConfig = defineConfig({
  default: 'native',
  adapters: {
    native: () => import('#plugins/crm/native/adapter'),
    hubspot: () => import('#plugins/crm/hubspot/adapter'),
    salesforce: () => import('#plugins/crm/salesforce/adapter'),
  },
  hosts: { hubspot: env.get('HUBSPOT_API_URL'), salesforce: isSignInPage ? undefined : salesforce },
  oauth: {
    hubspot: {
      clientId: env.get('HUBSPOT_CLIENT_ID'),
      clientSecret: env.get('HUBSPOT_CLIENT_SECRET')?.release(),
      loginUrl: env.get('HUBSPOT_LOGIN_URL'),
    },
    salesforce: {
      clientId: env.get('SALESFORCE_CLIENT_ID'),
      clientSecret: env.get('SALESFORCE_CLIENT_SECRET')?.release(),
      loginUrl: salesforce,
    },
  },
})

export default crmConfig

declare module '#plugins/crm/contract' {
  export interface CrmAdapters extends Record<keyof (typeof crmConfig)['adapters'], true> {}
}
