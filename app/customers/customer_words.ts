import db from '@adonisjs/lucid/services/db'
import { fold } from '#app/platform/folding'

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
export async function indexWords(customer: Wordy) {
  const { id, name, street, unit, city, postcode } = customer
  const words = wordsOf([name, street, unit, city, postcode].join(' '))
  await db.rawQuery(REPLACE, { id, words })
}

const REPLACE = `
  with forgotten as (delete from customer_words where customer_id = :id and word <> all(:words))
  insert into customer_words (customer_id, word) select :id, unnest(:words::text[]) on conflict do nothing`
