import { escapeLiteral } from 'pg'
import { Current } from '#app/platform/current'
import { fold } from '#app/platform/folding'
import type { PostponedKind } from '#app/platform/postponed'

type Wordy = {
  id: string
  name: string
  street: string | null
  unit: string | null
  city: string | null
  postcode: string | null
}

/** Letters and digits of any script, folded; everything else separates words. */
export function wordsOf(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu))]
}

/** Makes the customer findable by the words of the name and address, in the caller's unit. */
export function indexWords(customer: Wordy) {
  const { id, name, street, unit, city, postcode } = customer
  Current.postpone(WORDS, { id, words: wordsOf([name, street, unit, city, postcode].join(' ')) })
}

// Once for each customer: what a unit has said last about one is what holds.
const WORDS: PostponedKind<{ id: string; words: string[] }> = {
  place: /\bcustomer_words\b/,
  sql: (customers) => {
    const latest = [...new Map(customers.map((one) => [one.id, one])).values()]
    return REPLACE.replace('$given', () => escapeLiteral(JSON.stringify(latest)))
  },
}

const REPLACE = `
  with given as (
    select * from json_to_recordset($given) as one (id uuid, words text[])
  ), forgotten as (
    delete from customer_words using given where customer_id = id and word <> all(words)
  )
  insert into customer_words (customer_id, word) select id, unnest(words) from given on conflict do nothing`
