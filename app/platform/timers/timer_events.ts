import { defineEvent } from '#app/platform/events/events'

/** It was due when nothing ran, and came too late to be of use. */
export const TimerSkipped = defineEvent<{ timer: string; due: string; lateInSeconds: number }>(
  'timer.skipped',
  {
    audited: true,
  }
)
