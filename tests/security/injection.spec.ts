import { test } from '@japa/runner'
import type { ApiResponse } from '@japa/api-client'
import { isTenantRoute } from '#app/platform/http/mount'
import type { Sending } from '#tests/functional/stranger/cases'
import { makeTarget, type Target } from '#tests/security/cases'
import { DeclaredKeys } from '#tests/security/declared_keys'
import { listenToStatements } from '#tests/security/statements'
import { attemptOn, knock, everyOtherOf, routeNamed, sampleOf, writes } from '#tests/security/surface'

const SEED = 'inj3ct'
const SQL = [
  `'`,
  `"`,
  '`',
  `' or '1'='1`,
  `' or 1=1 --`,
  `") or ("1"="1`,
  `')) or true --`,
  `'; drop table leads; --`,
  `'; update users set role = 'admin'; --`,
  `' union select null, null, null --`,
  `' union all select token_hash::text from access_tokens --`,
  `1; select pg_sleep(5)`,
  `' || pg_sleep(5) || '`,
  `'; select pg_sleep(5); --`,
  `1 and 1=cast((select version()) as int)`,
  `$1`,
  `$$ or true $$`,
  `:name ?? ?`,
  `\\' or 1=1 --`,
  `%`,
  `_`,
  `%%%`,
  `\\`,
  `/**/or/**/true`,
  `id desc, (select pg_sleep(5))`,
  `created_at); drop table leads`,
  `../../etc/passwd`,
  `\${7*7}{{7*7}}<%= 7*7 %>#{7*7}`,
  `{"$ne":null}`,
  `__proto__`,
  `constructor`,
  `null`,
  `undefined`,
  `NaN`,
  `-1`,
  `1e309`,
  `9999999999999999999999`,
  `2026-13-45T99:99:99Z`,
  `infinity`,
  `00000000-0000-0000-0000-000000000000`,
  `\u202e\u0000\ufffe`,
]
const encoded = (text: string) => encodeURIComponent(`${text}${SEED}`)
/** One query string for each way to write one key. */
const spellings = (key: string) => [
  ...SQL.map((text) => `${key}=${encoded(text)}`),
  ...SQL.slice(0, 8).map((text) => `${key}=${encodeURIComponent(text)}`),
  `${key}=%00`,
  `${key}=%ED%A0%80`,
  `${key}=%E0%A4%A`,
  `${key}=${'a'.repeat(6000)}`,
  `${key}=`,
  `${key}`,
  `${key}[]=a&${key}[]=b`,
  `${key}=a&${key}=b`,
  `${key}[$ne]=x`,
  `${key}[like]=%25`,
  `${key}[or][0][id]=1`,
  `${key}[toString]=x&${key}[length]=9`,
  `${key}[__proto__][admin]=1`,
  `${key}${'[a]'.repeat(60)}=x`,
]
/** What a good value of a body is replaced by. */
const values: unknown[] = [
  `' or 1=1 -- ${SEED}`,
  `'; select pg_sleep(5); -- ${SEED}`,
  `${SEED}\u0000`,
  '\ud800',
  { $ne: null },
  [`' ${SEED}`, ['nested']],
  9e307,
  true,
  null,
]
/** Bodies that are no form at all. */
const bodies = ['[]', 'null', '"text"', '7', 'true', '[[[]]]', '{"a":{"b":{"c":[{}]}}}', '{']

test.group('What somebody writes into an address or a form', (group) => {
  let target: Target
  let other: Target
  let declared: DeclaredKeys
  let statements: ReturnType<typeof listenToStatements>

  group.setup(async () => {
    target = await makeTarget()
    other = await makeTarget()
    declared = new DeclaredKeys()
    statements = listenToStatements()
    return () => {
      declared.stop()
      statements.stop()
    }
  })

  test('{$self}: becomes a value of its query, never words of it, and finds nothing more')
    .with(everyOtherOf((route) => !writes(route)))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      declared.take()
      await knock(client, { route, target, sending })
      for (const key of [...new Set([...declared.take(), ...(READ_BY_HAND[name] ?? [])])]) {
        const rest = { ...sending, qs: without(sending, key) }
        const ask = (query: string) => knock(client, { route, target, sending: rest }).qs(query)
        const nothing = widthOf(await ask(`${key}=nothing${SEED}`), target)
        for (const query of sampleOf(spellings(key))) {
          const response = await ask(query)
          isCalm(assert, response, query)
          if (response.status() === 200 && query.includes('=%25'))
            assert.isAtMost(widthOf(response, target), nothing, query)
          if (isTenantRoute(route)) assert.notInclude(textOf(response), other.mark, query)
        }
      }
    })

  test('{$self}: as a part of the address finds nothing')
    .with(everyOtherOf((route) => route.pattern.includes(':')))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      for (const key of Object.keys(sending.params!)) {
        for (const text of [
          ...SQL.filter((_, at) => at % 4 === 0),
          SQL.at(-1)!,
          'a'.repeat(3000),
          '..',
          '%00',
        ]) {
          const params = { ...sending.params, [key]: `${text}${SEED}` }
          const response = await knock(client, { route, target, sending: { ...sending, params } })
          isCalm(assert, response, text)
          assert.notEqual(response.status(), 200, text)
        }
      }
    })

  test('{$self}: in a form is a value or is refused')
    .with(everyOtherOf((route) => writes(route)))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      for (const key of Object.keys(sending.body ?? {})) {
        for (const value of sampleOf(values)) {
          const body = { ...sending.body, [key]: value } as never
          isCalm(
            assert,
            await knock(client, { route, target, sending: { ...sending, body } }),
            `${key} = ${value}`
          )
        }
      }
      for (const raw of sampleOf(bodies)) {
        const request = knock(client, { route, target, sending: { ...sending, file: undefined } })
        isCalm(assert, await request.json(raw as never).type('application/json'), raw)
      }
    })

  function isCalm(assert: { isBelow: Function; isEmpty: Function }, response: ApiResponse, what: string) {
    assert.isBelow(response.status(), 500, `${what}: ${textOf(response).slice(0, 200)}`)
    const told = statements.take().filter((words) => words.includes(SEED) || words.includes('pg_sleep'))
    assert.isEmpty(told, what)
  }
})

/** Keys that no validator declares, because a page reads them by hand. */
const READ_BY_HAND: Record<string, string[]> = {
  'requests.statuses.show': ['sent', 'again', 'done'],
  'requests.attachments.show': ['size'],
}

const textOf = (response: ApiResponse) => response.text() ?? String(response.body())
/** How much of the company an answer shows. */
const widthOf = (response: ApiResponse, { mark }: Target) => textOf(response).split(mark).length
const without = ({ qs = {} }: Sending, key: string) =>
  Object.fromEntries(Object.entries(qs).filter(([name]) => name !== key))
