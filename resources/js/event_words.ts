import { mailKind } from '~/mail_kinds'

/** An event's name for people: "lead.handed_over" is "Lead handed over". */
export function eventWords(name: string) {
  const words = mailKind(name).replaceAll('.', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
