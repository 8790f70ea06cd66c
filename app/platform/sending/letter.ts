import edge from 'edge.js'

/** Stands for the secret of a link in every stored body. */
export const MASK = '••••••••'

export type Letter = {
  subject: string
  /** Of its words, such as `es`; English where nothing is said. */
  language?: string
  greeting: string
  paragraphs: string[]
  facts?: [label: string, value: string][]
  quote?: string
  /** Several things in one letter, each with the way to it. */
  entries?: { title: string; at: string; url: string }[]
  action?: { label: string; url: string }
}

/** Whose head a letter bears. */
export type Sender = {
  name: string
  brandColor: string
  logoUrl?: string | null
  phone?: string | null
  /** As people write it there. */
  displayPhone?: string | null
  website?: string | null
}

/** A letter in the brand of its sender: the same words as HTML and as text. */
export async function renderLetter(letter: Letter, sender: Sender) {
  return {
    subject: letter.subject,
    bodyHtml: await edge.render('mails/letter', { letter, company: sender }),
    bodyText: asText(letter, sender),
  }
}

function asText({ greeting, paragraphs, facts = [], quote, entries = [], action }: Letter, sender: Sender) {
  const blocks = [
    greeting,
    ...paragraphs,
    quote?.replace(/^/gm, '> '),
    ...entries.map(({ title, at, url }) => `${title}\n${at}\n${url}`),
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    action && `${action.label}:\n${action.url}`,
    ['--', sender.name, sender.displayPhone, sender.website].filter(Boolean).join('\n'),
  ]
  return blocks.filter(Boolean).join('\n\n')
}
