import { test } from '@japa/runner'
import { masked } from '#app/operations/masked'

test.group('What the console shows of an event', () => {
  test('keeps facts, and masks what people wrote and what could be a secret', ({ assert }) => {
    const shown = masked({
      leadId: '01a2b3c4-0000-7000-8000-000000000001',
      number: 1012,
      from: 'in_progress',
      at: '2026-11-26T10:00:00.000Z',
      isUrgent: true,
      fields: ['summary', 'a line that somebody wrote'],
      summary: 'Water comes through the ceiling',
      contactName: 'Dana',
      apiToken: 'lk_4711',
      before: { reason: 'No longer needed', phone: null },
    })
    assert.deepEqual(shown, {
      leadId: '01a2b3c4-0000-7000-8000-000000000001',
      number: 1012,
      from: 'in_progress',
      at: '2026-11-26T10:00:00.000Z',
      isUrgent: true,
      fields: ['summary', '••• (26 characters)'],
      summary: '••• (31 characters)',
      contactName: '•••',
      apiToken: '•••',
      before: { reason: '••• (16 characters)', phone: null },
    })
  })
})
