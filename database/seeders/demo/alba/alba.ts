import { ALBA } from '../cast.js'
import { albaLogo } from '../logos.js'
import { ServiceStory } from '../service_story.js'
import type { Setting } from '../setting.js'
import type { Words } from '../words.js'
import { ASIDES, CANCELLED_ORDERS, CANCELLING, CHASERS, LOSS_REASONS, MOVED, TIMES } from './asides.js'
import { germanQuestions } from './flow.js'
import { region } from './region.js'
import { installations, outages, sockets } from './troubles.js'

type Key = keyof typeof ALBA.people

const words: Words = {
  themes: [outages, sockets, installations],
  firmTheme: {
    ...installations,
    texts: [
      'Im Verkaufsraum sind drei Strahler ausgefallen.',
      'Die Notbeleuchtung muss geprüft werden, Termin vor Öffnung bitte.',
      'Steckdose hinter der Theke ist locker.',
    ],
  },
  asides: ASIDES,
  times: TIMES,
  lossReasons: LOSS_REASONS,
  cancelling: CANCELLING,
  cancelledOrders: CANCELLED_ORDERS,
  chasers: CHASERS,
  moved: MOVED,
  betterQuestions: germanQuestions,
}

/** Two electricians in Berlin. */
export class Alba extends ServiceStory<Key> {
  constructor(setting: Setting) {
    const sizes = { customers: 42, requests: 20, photos: 0.9 }
    super(ALBA, setting, {
      seed: 10405,
      days: 76,
      region,
      words,
      desk: ['katrin'],
      leads: ['katrin'],
      field: ['emre'],
      ...sizes,
    })
  }

  protected plan() {
    this.drawLogo('katrin', this.daysAgo(76, { hour: 13, minute: 40 }), albaLogo())
    this.improveQuestions(this.daysAgo(75, { hour: 10, minute: 15 }))
    this.orderLabels('Zählerschränke', 60, 'a4-24', this.daysAgo(74, { hour: 9, minute: 30 }))
    this.meetCustomers({ from: 73, rushUntil: 50 })
    this.receiveRequests(48, { recent: 3 })
    this.readNotifications(['katrin'], [8, 17])
  }
}
