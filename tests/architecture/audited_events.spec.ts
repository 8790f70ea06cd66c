import { test } from '@japa/runner'
import { sourceFiles } from '#tests/architecture/source'
import { AUDIT_CATALOGUE, ORDINARY_EVENTS } from '#app/audit/audit_catalogue'

const DEFINITION = /defineEvent(?:<[^(]*?>)?\(\s*'([a-z_.]+)'\s*(?:,\s*(\{[^}]*\}))?/gs

const defined = sourceFiles('app', 'plugins')
  .filter(({ path }) => path !== 'app/platform/events/events.ts')
  .flatMap(({ path, text }) =>
    [...text.matchAll(DEFINITION)].map(([, name, options]) => ({
      path,
      name,
      isAudited: /audited:\s*true/.test(options ?? ''),
    }))
  )

test.group('Every event has its place in the audit', () => {
  test('what the scan finds is what is there', ({ assert }) => {
    const mentions = sourceFiles('app', 'plugins').flatMap(
      ({ path, text }) =>
        (path === 'app/platform/events/events.ts' ? [] : text.match(/defineEvent[<(]/g)) ?? []
    )
    assert.lengthOf(defined, mentions.length)
  })

  test('an audited event has a sentence, another one a word as business history', ({ assert }) => {
    const homeless = defined
      .filter(({ name, isAudited }) => !(name in (isAudited ? AUDIT_CATALOGUE : ORDINARY_EVENTS)))
      .map(({ path, name, isAudited }) =>
        isAudited
          ? `${name} (${path}) is audited: give it a category and a sentence in app/audit/audit_catalogue.ts`
          : name in AUDIT_CATALOGUE
            ? `${name} (${path}) bears on safety: define it with { audited: true }`
            : `${name} (${path}) has no place yet: if it bears on safety (sign-in, token, permission, single sign-on, export, ` +
              'impersonation) define it with { audited: true } and add it to AUDIT_CATALOGUE; otherwise add it to ORDINARY_EVENTS'
      )
    assert.deepEqual(homeless, [])
  })

  test('no event stands in both lists', ({ assert }) => {
    assert.deepEqual(
      Object.keys(ORDINARY_EVENTS).filter((name) => name in AUDIT_CATALOGUE),
      []
    )
  })
})
