import { owner, tables } from '#tests/security/database_print'

const COUNTING = `
  create schema if not exists written;
  create sequence if not exists written.anything;
  create or replace function written.note() returns trigger language plpgsql security definer as
    $$ begin perform nextval('written.anything'), nextval('written.' || quote_ident(tg_argv[0])); return null; end $$;`

const countingOf = (table: string) => `
  create sequence if not exists written.${table};
  create or replace trigger written after insert or update or delete on ${table}
    for each statement execute function written.note('${table}');
  create or replace trigger emptied after truncate on ${table}
    for each statement execute function written.note('${table}');`

let counted: Promise<string[]> | undefined

async function beginCounting() {
  const names = await tables()
  await owner().rawQuery(COUNTING + names.map(countingOf).join(''))
  return names
}

/**
 * Which tables were written to since the last question. The database counts by itself, whoever writes and by whatever way:
 * a statement, a cascade, a function. It counts before the COMMIT, and a rollback takes nothing back.
 */
export class WrittenTables {
  #total = ''
  #counts = new Map<string, string>()
  /** Written to by somebody who may not have committed yet. */
  #pending: string[] = []

  /** All of them at first. */
  async since() {
    const names = await (counted ??= beginCounting())
    const total = await this.#ask(
      'select case when is_called then last_value else 0 end as count from written.anything'
    )
    if (total[0].count === this.#total && this.#pending.length === 0) return []
    this.#total = total[0].count
    const rows = await this.#ask(EACH)
    const before = this.#counts
    this.#counts = new Map(rows.map(({ name, count }) => [name!, count]))
    const isWritten = (name: string) =>
      this.#pending.includes(name) || before.get(name) !== this.#counts.get(name)
    const written = before.size === 0 ? names : names.filter(isWritten)
    this.#pending = rows[0].isOpen ? written : []
    return written
  }

  async #ask(statement: string) {
    type Row = { name?: string; count: string; isOpen?: boolean }
    return (await owner().rawQuery<{ rows: Row[] }>(statement)).rows
  }
}

const EACH = `
  select sequencename as name, coalesce(last_value, 0)::text as count, exists (
    select from pg_locks
    where database = (select oid from pg_database where datname = current_database())
      and locktype = 'relation' and mode = 'RowExclusiveLock' and pid <> pg_backend_pid()
  ) as "isOpen"
  from pg_sequences where schemaname = 'written' and sequencename <> 'anything'`
