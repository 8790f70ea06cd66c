import type { Words } from '../words.js'
import { ASIDES, CANCELLED_ORDERS, CANCELLING, CHASERS, LOSS_REASONS, MOVED, TIMES } from './asides.js'
import { drains, toilets } from './drains.js'
import { fixtures, outdoors } from './fixtures.js'
import { betterQuestions, RUNNING } from './flow.js'
import { heatingCare, noHeat } from './heating.js'
import { hotWater } from './hot_water.js'
import { ceilings, leaks } from './leaks.js'
import { business, projects } from './projects.js'

export const words: Words = {
  themes: [leaks, ceilings, noHeat, heatingCare, hotWater, drains, toilets, fixtures, outdoors, projects],
  firmTheme: business,
  asides: ASIDES,
  times: TIMES,
  running: RUNNING,
  lossReasons: LOSS_REASONS,
  cancelling: CANCELLING,
  cancelledOrders: CANCELLED_ORDERS,
  chasers: CHASERS,
  moved: MOVED,
  betterQuestions,
}
