import { test } from '@japa/runner'
import type { LabelSheetError } from '#app/qr_codes/label_errors'
import LabelSheet from '#app/qr_codes/label_sheet'
import { factsOf, requireOnPage, type SheetFacts } from '#app/qr_codes/label_sheet_facts'
import { LabelTemplate } from '#app/qr_codes/label_template'
import QrBatch from '#app/qr_codes/qr_batch'
import QrPrinting from '#app/qr_codes/qr_printing'
import { makeCompany } from '#tests/factories'
import { eventNames } from '#tests/lead_factories'

const A4 = factsOf(LabelTemplate.find('a4-24'))
const ROLL: SheetFacts = {
  ...A4,
  pageWidth: 100,
  pageHeight: 60,
  columns: 1,
  rows: 1,
  labelWidth: 96,
  labelHeight: 56,
  marginLeft: 2,
  marginTop: 2,
}

const refusal = (facts: Partial<SheetFacts>) => {
  try {
    requireOnPage({ ...A4, ...facts })
  } catch (error) {
    return [(error as LabelSheetError).field, (error as Error).message.split('.')[0]]
  }
}

test.group('A label sheet of the company’s own', () => {
  test('may be like any that comes with the product', ({ assert }) => {
    for (const template of LabelTemplate.all) {
      assert.doesNotThrow(() => requireOnPage(factsOf(template)))
      const copy = new LabelTemplate({ ...template.spec, ...factsOf(template) } as never)
      assert.equal(copy.perSheet, template.perSheet)
    }
  })

  test('is refused at the measure by which labels leave the page, with the remedy', ({ assert }) => {
    assert.deepEqual(refusal({ labelWidth: 70 }), [
      'labelWidth',
      '3 labels beside each other with their margin and gaps take 222',
    ])
    assert.equal(refusal({ rows: 9 })?.[0], 'labelHeight')
    assert.equal(refusal({ columns: 40, rows: 40 })?.[0], 'rows')
    assert.equal(refusal({ offsetX: -9 })?.[0], 'offsetX')
    assert.equal(refusal({ offsetY: 10, marginTop: 25 })?.[0], 'offsetY')
    assert.equal(refusal({ insetX: 40 })?.[0], 'insetX')
    assert.isUndefined(refusal({ offsetX: 1, offsetY: -1 }))
  })

  test('is refused where phones could not read the code', async ({ assert }) => {
    const { inside } = await makeCompany()
    const tiny = { ...ROLL, labelWidth: 20, labelHeight: 12, name: 'Tiny' }
    await assert.rejects(() => inside(() => LabelSheet.add(tiny)), /too fine for a phone/)
  })

  test('moves with what a printer gets wrong', async ({ assert }) => {
    const { inside } = await makeCompany()
    const sheet = await inside(() => LabelSheet.add({ ...A4, name: 'Moved', offsetX: 1.5, offsetY: -2 }))
    const { left, top } = LabelTemplate.find('a4-24').place(5)
    const moved = sheet.template.place(5)
    assert.closeTo(moved.left - left, 1.5, 0.001)
    assert.closeTo(moved.top - top, -2, 0.001)
  })

  test('is kept by its batches as it was, whatever becomes of it', async ({ assert }) => {
    const { inside, admin } = await makeCompany()
    await inside(async () => {
      const sheet = await LabelSheet.add({ ...ROLL, name: 'Roll', text: 'Call us', showsPhrase: false })
      await assert.rejects(() => LabelSheet.add({ ...ROLL, name: 'ROLL' }), /Another sheet has this name/)
      const order = { quantity: 3, host: 'https://crm.example.com', by: admin.user, template: sheet.id }
      const { id } = await QrBatch.make({ ...order, name: 'Vans' })
      await sheet.revise({ ...A4, name: 'Roll' })
      await sheet.revise({ ...A4, name: 'Roll' })
      await (await QrBatch.findOrFail(id)).recordPrint()
      await sheet.remove()
      const batch = await QrBatch.findOrFail(id)
      const printing = await QrPrinting.findByOrFail('qrBatchId', id)
      for (const { labelTemplate } of [batch, printing]) {
        assert.deepEqual([labelTemplate.name, labelTemplate.perSheet], ['Roll', 1])
        assert.containSubset(labelTemplate.fields, { text: 'Call us', phrase: false })
      }
      assert.deepEqual(await eventNames(sheet), [
        'label_sheet.created',
        'label_sheet.updated',
        'label_sheet.deleted',
      ])
      assert.isNull((await QrBatch.make({ ...order, name: 'Vans', template: 'a4-24' })).labelSpec)
      assert.throws(() => batch.portion({ startAt: 2 }), 'Label 2 is not on this sheet of 1 labels')
    })
  })
})
