import { TenantSchema } from '#app/platform/database/tenant_schema'

const SHORT: [string, string][] = [
  ['stra(ss|\u00df)e\\M', 'str'],
  ['\\mstreet\\M', 'st'],
  ['\\mavenue\\M', 'ave'],
  ['\\mroad\\M', 'rd'],
  ['\\mdrive\\M', 'dr'],
  ['\\mlane\\M', 'ln'],
  ['\\mboulevard\\M', 'blvd'],
]

/** Finds who lives at an address and who was taken in by a submission, by indexes that the wall does not keep from being used. */
export default class extends TenantSchema {
  async up() {
    this.schema
      .raw(`create function letters_of(words text) returns text language sql immutable parallel safe as $$
      select regexp_replace(regexp_replace(lower(normalize(words, NFKD)), '[\u0300-\u036f]', '', 'g'), '[^[:alnum:]]+', '', 'g') $$`)
    const plain = `lower(normalize(street, NFKD))`
    const street = SHORT.reduce(
      (text, [long, short]) => `regexp_replace(${text}, '${long}', '${short}', 'g')`,
      plain
    )
    this.schema
      .raw(`create function address_key(street text, unit text, postcode text, city text) returns text
      language sql immutable parallel safe as $$
      select case when letters_of(street) <> '' and letters_of(coalesce(postcode, city)) <> ''
        then concat_ws('|', letters_of(coalesce(postcode, city)), letters_of(${street}), letters_of(coalesce(unit, ''))) end $$`)
    this.schema.raw(`alter table customers
      add column submission_key text collate "C",
      add column postcode_key text collate "C" generated always as (letters_of(postcode)) stored,
      add column address_key text collate "C" generated always as (address_key(street, unit, postcode, city)) stored,
      add unique (tenant_id, submission_key)`)
    this.schema.raw('create index on customers (tenant_id, address_key, id)')
    this.schema.raw('create index on customers (tenant_id, postcode_key, name_norm, id)')
  }
}
