import { defineEvent } from '#app/platform/events/events'

type About = { timer: string; due: string }

export const TimerCancelled = defineEvent<About>('timer.cancelled', { audited: true })
export const TimerRestored = defineEvent<About>('timer.restored', { audited: true })
export const SchedulePaused = defineEvent<{ timer: string }>('schedule.paused', { audited: true })
export const ScheduleResumed = defineEvent<{ timer: string }>('schedule.resumed', { audited: true })
