import vine from '@vinejs/vine'
import { dayRule } from '#app/platform/day_rule'
import { orderedCursorRule } from '#app/platform/database/cursor'
import { SCAN_GROUPS, SCAN_PERIODS } from '#app/scans/scan_report'

const days = () => vine.enum(SCAN_PERIODS.map(String)).optional()

export const scanFiltersValidator = vine.create({ days: days(), by: vine.enum(SCAN_GROUPS).optional() })
export const unscannedCodesValidator = vine.create({ after: orderedCursorRule().optional() })
export const walkFiltersValidator = vine.create({ days: days() })
export const walkDayValidator = vine.create({ day: dayRule().regex(/^20\d\d-[01]\d-[0-3]\d$/) })
