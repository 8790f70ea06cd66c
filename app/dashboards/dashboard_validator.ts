import vine from '@vinejs/vine'

export const DASHBOARD_PERIODS = [7, 30, 90] as const
export type DashboardPeriod = (typeof DASHBOARD_PERIODS)[number]

export const dashboardFiltersValidator = vine.create({
  days: vine.enum(DASHBOARD_PERIODS.map(String)).optional(),
})
