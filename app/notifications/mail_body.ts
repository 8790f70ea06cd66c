import edge from 'edge.js'
import { appUrl } from '#config/app'
import type Tenant from '#app/tenancy/tenant'

/** Stands for the secret of a link in every stored body. */
export const MASK = '••••••••'

export type Letter = {
  subject: string
  greeting: string
  paragraphs: string[]
  facts?: [label: string, value: string][]
  quote?: string
  action?: { label: string; url: string }
}

/** A letter in the company's brand: the same words as HTML and as text. */
export async function renderMail(letter: Letter, tenant: Tenant) {
  const { name, brandColor, phone, website } = tenant
  const logoUrl = tenant.logoUrl && `${appUrl}${tenant.logoUrl}`
  return {
    subject: letter.subject,
    bodyHtml: await edge.render('mails/letter', {
      letter,
      company: { name, brandColor, phone, website, logoUrl },
    }),
    bodyText: asText(letter, tenant),
  }
}

function asText({ greeting, paragraphs, facts = [], quote, action }: Letter, tenant: Tenant) {
  const blocks = [
    greeting,
    ...paragraphs,
    quote?.replace(/^/gm, '> '),
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    action && `${action.label}:\n${action.url}`,
    ['--', tenant.name, tenant.phone, tenant.website].filter(Boolean).join('\n'),
  ]
  return blocks.filter(Boolean).join('\n\n')
}
