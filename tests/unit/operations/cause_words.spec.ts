import { test } from '@japa/runner'
import { inPlainWords } from '#app/operations/cause_words'

test.group('Why an event was given up', () => {
  for (const [cause, words] of [
    ['E_POISON: The history has no event 0191', 'The event is no longer in the history.'],
    ['E_POISON: The printer is out of paper', 'The printer is out of paper'],
    ['E_ROW_NOT_FOUND: Row not found', 'Something that the event is about no longer exists.'],
    [
      '23505: insert into "deliveries" …',
      'It would have made something a second time that may exist only once.',
    ],
    ['Knex: Timeout acquiring a connection', 'Something that it had to wait for did not answer in time.'],
    ['ETIMEDOUT: connect ETIMEDOUT 10.0.0.1', 'Something that it had to wait for did not answer in time.'],
    [
      'Its consumer died with it again and again',
      'The program that worked on it ended in the middle, again and again.',
    ],
    ['Cannot read properties of undefined', 'An error that nobody foresaw.'],
  ])
    test(`says of “${cause}” what people understand`, ({ assert }) => {
      assert.equal(inPlainWords(cause), words)
    })
})
