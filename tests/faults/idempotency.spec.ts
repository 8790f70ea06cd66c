import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import AccessToken from '#app/access_tokens/access_token'
import { makeCompany, makeMember } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { Product } from '#tests/product'
import { until } from '#tests/until'

type Answer = { status: number; body: string; isRepeated: boolean }
type Wish = { key: string; path: string; body: object; answer?: Answer }

const isLong = process.env.FAULTS === 'all'
const DEATHS = isLong ? 30 : 3
/** One of each kind; in the short form one. */
const CAUGHT = isLong ? 3 : 1
const AT_ONCE = 24
/** In milliseconds: about as long as so many requests take. */
const LONGEST_WAIT = 400

test.group('A web process that is killed while it writes', (group) => {
  let product: Product
  let scene: Awaited<ReturnType<typeof makeScene>>

  group.setup(async () => {
    scene = await makeScene()
    product = await Product.start({
      driver: 'embedded',
      processes: ['web'],
      env: { API_REQUESTS_PER_TOKEN: '100000', API_REQUESTS_PER_COMPANY: '100000' },
    })
    return () => product.stop()
  })

  /** One request; nothing when the process died over it. */
  async function send({ key, path, body }: Wish): Promise<Answer | undefined> {
    const headers = {
      authorization: `Bearer ${scene.token}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    }
    try {
      const request = { method: 'POST', headers, body: JSON.stringify(body) }
      const answer = await fetch(product.url + path, request)
      const isRepeated = answer.headers.get('idempotency-replayed') === 'true'
      return { status: answer.status, body: await answer.text(), isRepeated }
    } catch {
      return undefined
    }
  }

  async function sendUntilAnswered(wish: Wish) {
    let answer: Answer | undefined
    await until(async () => {
      answer = await send(wish)
      // The database may still be taking the work of the dead process back.
      return answer !== undefined && answer.status !== 409
    })
    return answer!
  }

  async function kill() {
    await product.kill('web')
    product.run('web')
    await product.ready()
  }

  test('at any moment has done all of it or nothing, and the same key gets it done once', async ({
    assert,
  }) => {
    let [answered, repeated, died] = [0, 0, 0]
    for (let death = 0; death < DEATHS; death++) {
      const wishes = await scene.wishes(AT_ONCE)
      const sent = Promise.all(wishes.map(async (wish) => (wish.answer = await send(wish))))
      await sleep((LONGEST_WAIT * (death + Math.random())) / DEATHS)
      await kill()
      await sent
      for (const wish of wishes) {
        const answer = await sendUntilAnswered(wish)
        assert.oneOf(answer.status, [200, 201], answer.body)
        if (wish.answer) {
          assert.isTrue(answer.isRepeated, 'what was answered was kept')
          assert.deepInclude(answer, { status: wish.answer.status, body: wish.answer.body })
        } else {
          died++
        }
        if (wish.answer) answered++
        if (answer.isRepeated) repeated++
        wish.answer = answer
      }
      for (const wish of wishes) {
        const { status, body } = await sendUntilAnswered(wish)
        assert.deepEqual({ status, body }, { status: wish.answer!.status, body: wish.answer!.body })
      }
      assert.deepEqual(await scene.effectsOf(wishes), [])
    }
    assert.isAbove(died, 0, 'some request was cut off')
    assert.isAtLeast(repeated, answered)
  }).timeout(600_000)

  test('between its commit and its answer has done it, and says so when it is asked again', async ({
    assert,
  }) => {
    for (const wish of await scene.wishes(CAUGHT)) {
      await product.kill('web')
      product.run('web', { LATCHKEY_CRASH_AT: 'api.committed' })
      await product.ready()
      assert.isUndefined(await send(wish))
      await product.ended('web')
      product.run('web')
      await product.ready()
      assert.deepEqual(await scene.effectsOf([wish]), [])
      const answer = await sendUntilAnswered(wish)
      assert.isTrue(answer.isRepeated)
      assert.oneOf(answer.status, [200, 201])
      assert.deepEqual(await scene.effectsOf([wish]), [])
    }
  })
})

/** A company whose program creates leads, assigns them and writes to customers. */
async function makeScene() {
  const { tenant, admin, inside } = await makeCompany()
  const { user } = await makeMember(tenant, 'agent')
  const token = await inside(() => AccessToken.mint(admin.user, 'Script'))

  const make = [
    async (key: string) => ({
      path: '/api/leads',
      body: { contactName: 'Ann', contactPhone: '303 555 0133', summary: key },
    }),
    async () => {
      const { id } = await inside(() => receiveLead())
      return { path: `/api/leads/${id}/assign`, body: { assigneeId: user.id } }
    },
    async (key: string) => {
      const { id } = await inside(() => receiveLead())
      return { path: `/api/leads/${id}/messages`, body: { body: key } }
    },
  ]

  /** How often a wish has come true, counted by its own words and by its event. */
  async function effectOf({ key, path }: Wish) {
    const [, , , id, verb] = path.split('/')
    const count = async (sql: string, ...bindings: string[]) =>
      inside(async () => (await db.rawQuery<{ rows: { count: number }[] }>(sql, bindings)).rows[0].count)
    const events = (name: string, of: string) =>
      count(`select count(*)::int as count from events where name = ? and ${of} = ?`, name, id)
    if (verb === 'assign') return [await events('lead.assigned', 'subject_id::text')]
    if (verb === 'messages')
      return [
        await count('select count(*)::int as count from messages where body = ?', key),
        await events('message.created', `data->>'leadId'`),
      ]
    return [
      await count('select count(*)::int as count from leads where summary = ?', key),
      await count(
        `select count(*)::int as count from events where name = 'lead.created'
         and subject_id in (select id from leads where summary = ?)`,
        key
      ),
    ]
  }

  return {
    token,
    wishes: (count: number): Promise<Wish[]> =>
      Promise.all(
        Array.from({ length: count }, async (_, at) => {
          const key = randomUUID()
          return { key, ...(await make[at % make.length](key)) }
        })
      ),
    /** Those that have not come true exactly once. */
    effectsOf: async (wishes: Wish[]) => {
      const found = await Promise.all(
        wishes.map(async (wish) => ({ path: wish.path, counts: await effectOf(wish) }))
      )
      return found.filter(({ counts }) => counts.some((count) => count !== 1))
    },
  }
}
