import { defineEvent } from '#app/platform/events/events'

type Place = { kind: string; channel: string; language: string; version: number }

export const TemplatePublished = defineEvent<Place>('message_template.published', { audited: true })
export const TemplateWithdrawn = defineEvent<Place>('message_template.withdrawn', { audited: true })
export const TemplateTried = defineEvent<Place>('message_template.tried')
