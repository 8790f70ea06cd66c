import { defineConfig } from '#plugins/crm/manager'

const crmConfig = defineConfig({
  default: 'native',
  adapters: {
    native: () => import('#plugins/crm/native/adapter'),
  },
})

export default crmConfig

declare module '#plugins/crm/contract' {
  export interface CrmAdapters extends Record<keyof (typeof crmConfig)['adapters'], true> {}
}
