import { SPANISH_WORDS } from '#app/message_templates/spanish_words'

export type Words = { subject: string; body: string }
export const TEMPLATE_CHANNELS = ['mail', 'inbox'] as const
export type TemplateChannel = (typeof TEMPLATE_CHANNELS)[number]

type TemplateKind = {
  label: string
  to: 'customer' | 'office'
  /** Of the button below the words; null for none. Left out: of the request that they are about. */
  button?: string | null
  /** What may stand in a gap, with an example for when there is nothing real yet. */
  placeholders: Record<string, string>
  /** The words of the product, where the company has none of its own. */
  words: { mail: Words; inbox?: Words }
}

export const TEMPLATE_LANGUAGES = {
  en: 'English',
  de: 'German',
  es: 'Spanish',
  fr: 'French',
  it: 'Italian',
  nl: 'Dutch',
  pl: 'Polish',
  pt: 'Portuguese',
} as const
export type TemplateLanguage = keyof typeof TEMPLATE_LANGUAGES

const REQUEST = {
  customer_name: 'Dana Whitfield',
  company_name: 'Your company',
  request_number: '1042',
  request_summary: 'Boiler makes a knocking noise',
}
const VISIT = {
  ...REQUEST,
  visit_day: 'Tue, Mar 3, 2026',
  visit_date: 'March 3, 2026',
  visit_from: '10:00 AM',
  visit_to: '12:00 PM',
  visit_note: 'Please keep the drive free',
}
const MESSAGE = { ...REQUEST, message: 'Could you come on Thursday instead?' }

const MEMBER = { person_name: 'Sam Rivera', company_name: 'Your company' }
const CHANGES = { changes: 'Name and Phone', changed_by: 'Maya Ortiz' }

const BOOKED =
  'Hello {{customer_name}},\n\n{{company_name}} will be with you in this window. If it does not suit you, write to us and we will find another.'

/** What a company may word itself. Facts, quotes and links around the words stay the product’s. */
export const TEMPLATE_KINDS = {
  lead_received: {
    label: 'Request received',
    to: 'customer',
    placeholders: REQUEST,
    words: {
      mail: {
        subject: 'We have your request #{{request_number}}',
        body: 'Hello {{customer_name}},\n\n{{company_name}} has received your request and will get back to you. You can follow it, add photos or write to us here at any time.',
      },
    },
  },
  lead_converted: {
    label: 'Visit booked',
    to: 'customer',
    placeholders: VISIT,
    words: { mail: { subject: 'Your visit is booked: {{visit_day}}', body: BOOKED } },
  },
  visit_planned: {
    label: 'Further visit booked',
    to: 'customer',
    placeholders: VISIT,
    words: { mail: { subject: 'Another visit is booked: {{visit_day}}', body: BOOKED } },
  },
  visit_rescheduled: {
    label: 'Visit moved',
    to: 'customer',
    placeholders: VISIT,
    words: { mail: { subject: 'Your visit has moved: {{visit_day}}', body: BOOKED } },
  },
  visit_cancelled: {
    label: 'Visit cancelled',
    to: 'customer',
    placeholders: VISIT,
    words: {
      mail: {
        subject: 'Your visit is cancelled: {{visit_day}}',
        body: 'Hello {{customer_name}},\n\n{{company_name}} will not come in this window. If you need another time or have a question, write to us.',
      },
    },
  },
  message_answered: {
    label: 'Message to customer',
    to: 'customer',
    placeholders: { ...MESSAGE, author_name: 'Maya Ortiz' },
    words: {
      mail: {
        subject: '{{company_name}} wrote about your request #{{request_number}}',
        body: 'Hello {{customer_name}},\n\n{{author_name}} has written to you.',
      },
    },
  },
  lead_created: {
    label: 'New request',
    to: 'office',
    placeholders: REQUEST,
    words: {
      mail: {
        subject: 'New request #{{request_number}}: {{request_summary}}',
        body: 'A customer has sent a request.',
      },
      inbox: { subject: '{{customer_name}} sent request #{{request_number}}', body: '{{request_summary}}' },
    },
  },
  lead_cancelled: {
    label: 'Request cancelled',
    to: 'office',
    placeholders: REQUEST,
    words: {
      mail: {
        subject: 'Request #{{request_number}} was cancelled',
        body: '{{customer_name}} has cancelled request #{{request_number}}.',
      },
      inbox: { subject: '{{customer_name}} cancelled request #{{request_number}}', body: '' },
    },
  },
  visit_moved: {
    label: 'Visit moved by customer',
    to: 'office',
    placeholders: VISIT,
    words: {
      mail: {
        subject: '{{customer_name}} moved a visit to {{visit_day}}',
        body: '{{customer_name}} has chosen another time for a visit of request #{{request_number}}: {{visit_date}}, {{visit_from}} – {{visit_to}}.',
      },
      inbox: {
        subject: '{{customer_name}} moved a visit of request #{{request_number}}',
        body: '{{visit_day}}, {{visit_from}} – {{visit_to}}',
      },
    },
  },
  visit_dropped: {
    label: 'Visit cancelled by customer',
    to: 'office',
    placeholders: VISIT,
    words: {
      mail: {
        subject: '{{customer_name}} cancelled the visit on {{visit_day}}',
        body: '{{customer_name}} has cancelled a visit of request #{{request_number}}: {{visit_date}}, {{visit_from}} – {{visit_to}}. The order stays open.',
      },
      inbox: {
        subject: '{{customer_name}} cancelled a visit of request #{{request_number}}',
        body: '{{visit_day}}, {{visit_from}} – {{visit_to}}',
      },
    },
  },
  message_received: {
    label: 'Message from customer',
    to: 'office',
    placeholders: MESSAGE,
    words: {
      mail: {
        subject: '{{customer_name}} wrote about request #{{request_number}}',
        body: '{{customer_name}} has written a message.',
      },
      inbox: { subject: '{{customer_name}} wrote about request #{{request_number}}', body: '{{message}}' },
    },
  },
  user_welcomed: {
    label: 'Welcome',
    to: 'office',
    button: 'Open Latchkey',
    placeholders: MEMBER,
    words: {
      mail: {
        subject: 'Welcome to {{company_name}}',
        body: 'Hello {{person_name}},\n\nyou are on the team of {{company_name}} now. Sign in with this address at any time.',
      },
    },
  },
  user_updated: {
    label: 'Details of a person changed',
    to: 'office',
    button: 'Open Latchkey',
    placeholders: { ...MEMBER, ...CHANGES },
    words: {
      mail: {
        subject: 'Your details at {{company_name}} have changed',
        body: 'Hello {{person_name}},\n\n{{changed_by}} changed this of yours at {{company_name}}: {{changes}}. If that is not right, tell an administrator of your company.',
      },
    },
  },
  user_deactivated: {
    label: 'Person deactivated',
    to: 'office',
    button: null,
    placeholders: MEMBER,
    words: {
      mail: {
        subject: 'Your access to {{company_name}} has ended',
        body: 'Hello {{person_name}},\n\nyou can no longer sign in to {{company_name}}. What you did there stays. If you think this is a mistake, ask an administrator of the company.',
      },
    },
  },
  company_updated: {
    label: 'Company changed',
    to: 'office',
    button: 'Open the settings',
    placeholders: { company_name: 'Your company', ...CHANGES },
    words: {
      mail: {
        subject: 'The details of {{company_name}} have changed',
        body: 'Hello,\n\n{{changed_by}} changed this of {{company_name}}: {{changes}}. Customers see it at once.',
      },
    },
  },
  company_deactivated: {
    label: 'Company deactivated',
    to: 'office',
    button: null,
    placeholders: { company_name: 'Your company' },
    words: {
      mail: {
        subject: '{{company_name}} has been deactivated',
        body: 'Hello,\n\nnobody can sign in to {{company_name}} for now. Its codes show a page with your phone number, and nothing is deleted: all comes back with the company.',
      },
    },
  },
} as const satisfies Record<string, TemplateKind>

export type TemplateKindName = keyof typeof TEMPLATE_KINDS
export const templateKind = (name: TemplateKindName): TemplateKind => TEMPLATE_KINDS[name]

/** The words of the product, in the language that was asked for where it speaks it. */
export function standardWords(kind: TemplateKindName, channel: TemplateChannel, language: TemplateLanguage) {
  const spanish = language === 'es' && channel === 'mail' ? SPANISH_WORDS[kind] : undefined
  return spanish
    ? { words: spanish, language: 'es' as const }
    : { words: templateKind(kind).words[channel]!, language: 'en' as const }
}

export const placeholdersOf = (name: TemplateKindName) => Object.keys(templateKind(name).placeholders)

/** Every place where a company may put words of its own. */
export const TEMPLATE_PLACES = (Object.keys(TEMPLATE_KINDS) as TemplateKindName[]).flatMap((kind) =>
  TEMPLATE_CHANNELS.filter((channel) => templateKind(kind).words[channel]).map((channel) => ({
    kind,
    channel,
  }))
)
