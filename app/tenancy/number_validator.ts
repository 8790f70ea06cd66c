import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import { NUMBERED } from '#app/tenancy/number_rule'

/** A prefix that ended with a figure would run into the number. */
const PREFIX = /^([A-Za-z0-9._/-]*[A-Za-z._/-])?$/
const LARGEST = 999_999_999

export const numberValidator = vine.create({
  series: vine.enum(NUMBERED),
  prefix: vine.string().trim().maxLength(10).regex(PREFIX).nullable(),
  next: vine.number().withoutDecimals().range([1, LARGEST]),
})

numberValidator.messagesProvider = new SimpleMessagesProvider({
  'prefix.regex':
    'Use letters, figures and . _ / - only, and end with one that is no figure, for example L-.',
  'prefix.maxLength': 'Use at most {{ max }} characters.',
  'next.required': 'Enter the next number.',
  'next.number': 'Enter a whole number.',
  'next.withoutDecimals': 'Enter a whole number.',
  'next.range': 'Enter a number from {{ min }} to {{ max }}.',
})
