import { escapeLiteral } from 'pg'
import db from '@adonisjs/lucid/services/db'
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

type PartWords = { names: string; places: string }

/** Letters and digits of any script, folded; everything else separates words. */
export function wordsOf(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu))]
}

/** Makes the customer findable by the words of names and addresses, in the caller's unit. */
export function indexWords(customer: Wordy, parts: PartWords = { names: '', places: '' }) {
  const { id, name, street, unit, city, postcode } = customer
  const names = [name, parts.names].join(' ')
  const words = wordsOf([names, street, unit, city, postcode, parts.places].join(' '))
  Current.postpone(WORDS, { id, words, named: wordsOf(names) })
}

/** What contacts are called, and where sites are. */
export async function wordsOfParts(customerId: string): Promise<PartWords> {
  const { rows } = await db.rawQuery<{ rows: PartWords[] }>(PARTS, { customerId })
  return rows[0]
}

const PARTS = `select
  coalesce((select string_agg(name, ' ') from customer_contacts
    where customer_id = :customerId and removed_at is null), '') as names,
  coalesce((select string_agg(concat_ws(' ', label, street, unit, postcode, city), ' ') from customer_sites
    where customer_id = :customerId and removed_at is null), '') as places`

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
