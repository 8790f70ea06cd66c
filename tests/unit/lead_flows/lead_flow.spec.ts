import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import LeadFlow, { stampOf } from '#app/lead_flows/lead_flow'
import { newQuestionId } from '#app/lead_flows/question'
import {
  LeadFlowChangedError,
  LeadFlowEmptyError,
  LeadFlowInUseError,
  LeadFlowUnpublishedError,
} from '#app/lead_flows/errors'
import { makeCompany } from '#tests/factories'

const content = (label: string) => ({
  intro: null,
  successText: null,
  questions: [
    { id: newQuestionId(), type: 'short_text' as const, label, help: null, required: true, options: [] },
  ],
})

const labels = async (leadFlowId: string | null = null) =>
  (await LeadFlow.versionFor(leadFlowId)).questions.map(({ label }) => label)

const eventsOf = async (flow: LeadFlow) =>
  (await db.from('events').where('subject_id', flow.id).orderBy('seq')).map(({ name }) => name)

async function revise(flow: LeadFlow, label: string) {
  await flow.revise({ name: flow.name, basedOn: stampOf(await flow.latest()), ...content(label) })
}

test.group('Lead flow', () => {
  test('a new company begins with a published one, once', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    await inside(() => LeadFlow.startFor(tenant))
    await inside(async () => {
      const flow = await LeadFlow.startFor(tenant)
      assert.isTrue(flow.isDefault)
      assert.lengthOf(await LeadFlow.all(), 1)
      assert.deepEqual(await labels(), [
        'What do you need help with?',
        'When suits you?',
        'Anything we should know?',
        'Photos',
      ])
      assert.deepEqual(await eventsOf(flow), [
        'lead_flow.created',
        'lead_flow.published',
        'lead_flow.made_default',
      ])
    })
  })

  test('a draft changes nothing for customers until it is published', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    await inside(async () => {
      const flow = await LeadFlow.startFor(tenant)
      const first = await LeadFlow.versionFor(null)
      await revise(flow, 'What is broken?')
      await revise(flow, 'What is wrong?')
      assert.lengthOf(await labels(), 4)
      await flow.publish()
      assert.deepEqual(await labels(), ['What is wrong?'])
      await first.refresh()
      assert.lengthOf(first.questions, 4)
      assert.equal((await flow.latest()).version, 2)
    })
  })

  test('a discarded draft leaves what was published', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    await inside(async () => {
      const flow = await LeadFlow.startFor(tenant)
      await revise(flow, 'Draft')
      await flow.discardDraft()
      await flow.discardDraft()
      assert.equal((await flow.latest()).version, 1)
    })
  })

  test('a colleague’s changes are not overwritten unseen', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    await inside(async () => {
      const flow = await LeadFlow.startFor(tenant)
      const seen = stampOf(await flow.latest())
      await revise(flow, 'Theirs')
      await assert.rejects(
        () => flow.revise({ name: 'Mine', basedOn: seen, ...content('Mine') }),
        LeadFlowChangedError
      )
      assert.equal((await flow.latest()).questions[0].label, 'Theirs')
    })
  })

  test('a flow without questions is not published', async ({ assert }) => {
    const { inside } = await makeCompany()
    await inside(async () => {
      const flow = await LeadFlow.begin('Empty')
      await flow.revise({
        name: 'Empty',
        basedOn: stampOf(await flow.latest()),
        ...content('x'),
        questions: [],
      })
      await assert.rejects(() => flow.publish(), LeadFlowEmptyError)
    })
  })

  test('codes of an archived or unpublished flow ask the standard questions', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    await inside(async () => {
      await LeadFlow.startFor(tenant)
      const flow = await LeadFlow.begin('Heating')
      assert.lengthOf(await labels(flow.id), 4)
      await revise(flow, 'How cold is it?')
      await flow.publish()
      assert.deepEqual(await labels(flow.id), ['How cold is it?'])
      await flow.archive()
      assert.lengthOf(await labels(flow.id), 4)
    })
  })

  test('there is always one standard flow, and it is published', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    await inside(async () => {
      const standard = await LeadFlow.startFor(tenant)
      const flow = await LeadFlow.begin('Heating')
      await assert.rejects(() => standard.archive(), LeadFlowInUseError)
      await assert.rejects(() => flow.makeDefault(), LeadFlowUnpublishedError)
      await flow.publish()
      await flow.makeDefault()
      assert.deepEqual(
        (await LeadFlow.query().where('isDefault', true)).map(({ id }) => id),
        [flow.id]
      )
    })
  })
})
