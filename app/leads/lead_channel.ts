/** Where open lists and records of a company hear that one of its leads changed. */
export const leadsChannel = (tenantId: string) => `companies/${tenantId}/leads`
