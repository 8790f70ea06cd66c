import { escapeLiteral } from 'pg'
import { Current } from '#app/platform/database/current'
import { fold } from '#app/platform/folding'
import type { PostponedKind } from '#app/platform/database/postponed'

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
  const words = wordsOf([name, street, unit, city, postcode].join(' '))
  Current.postpone(WORDS, { id, words, named: wordsOf(name) })
}

// Once for each customer: what a unit has said last about one is what holds.
const WORDS: PostponedKind<{ id: string; words: string[]; named: string[] }> = {
  place: /\bcustomer_words\b/,
  sql: (customers) => {
    const latest = [...new Map(customers.map((one) => [one.id, one])).values()]
    return REPLACE.replace('$given', () => escapeLiteral(JSON.stringify(latest)))
  },
}

const REPLACE = `
  with given as (
    select * from json_to_recordset($given) as one (id uuid, words text[], named text[])
  ), forgotten as (
    delete from customer_words using given where customer_id = id and word <> all(words)
  )
  insert into customer_words as known (customer_id, word, in_name)
  select id, word, word = any(named) from given, unnest(words) as word
  on conflict (tenant_id, word, customer_id) do update set in_name = excluded.in_name
  where known.in_name <> excluded.in_name`
