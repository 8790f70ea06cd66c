import { escapeLiteral } from 'pg'

/** The effect of one event, on both sides; `together` makes one statement of those of a unit. */
export const effect = {
  alone: 'insert into number_series (id, name) values (gen_random_uuid(), ?)',
  together: (ids: string[]) =>
    `insert into number_series (id, name) select gen_random_uuid(), name from unnest(array[${ids.map(escapeLiteral).join()}]) as name`,
}
