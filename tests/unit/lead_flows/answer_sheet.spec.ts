import { test } from '@japa/runner'
import { AnswerSheet } from '#app/lead_flows/answer_sheet'
import type { Question, QuestionType } from '#app/lead_flows/question'

const US = { country: 'US', locale: 'en-US', timeZone: 'America/Denver' }
const US_SPANISH = { ...US, locale: 'es-US' }
const DE = { country: 'DE', locale: 'en-DE', timeZone: 'Europe/Berlin' }

const question = (type: QuestionType, more: Partial<Question> = {}): Question => ({
  id: 'q1',
  type,
  label: 'Question',
  help: null,
  required: false,
  options: ['Tap', 'Boiler', 'Roof'],
  ...more,
})

const answer = (asked: Question, given: unknown, place = US) =>
  new AnswerSheet([asked], { q1: given }, {}, place)

test.group('Answer sheet', () => {
  test('reads each type of answer as the company writes it', ({ assert }) => {
    const cases: [QuestionType, unknown, unknown, string, typeof US?][] = [
      ['short_text', '  Leaking tap ', 'Leaking tap', 'Leaking tap'],
      ['long_text', 'One\r\nTwo', 'One\nTwo', 'One\nTwo'],
      ['choice', 'Boiler', 'Boiler', 'Boiler'],
      ['multi_choice', ['Roof', 'Tap'], ['Tap', 'Roof'], 'Tap, Roof'],
      ['multi_choice', 'Tap', ['Tap'], 'Tap'],
      ['number', '1,5', 1.5, '1.5'],
      ['number', '12 000', 12000, '12,000'],
      ['number', '12,000.5', 12000.5, '12,000.5'],
      ['number', '12.000', 12000, '12.000', DE],
      ['number', '1.5', 1.5, '1,5', DE],
      ['date', '2027-03-09', '2027-03-09', 'Tuesday, March 9, 2027'],
      ['phone', '(303) 555-0142', '+13035550142', '(303) 555-0142'],
      ['phone', '030 1234567', '+49301234567', '030 1234567', DE],
      ['email', 'ann@example.com', 'ann@example.com', 'ann@example.com'],
      [
        'address',
        { street: ' 18 Elm St ', unit: '', city: 'Denver', region: 'CO', postcode: '80205', country: 'XX' },
        { street: '18 Elm St', city: 'Denver', region: 'CO', postcode: '80205' },
        '18 Elm St, Denver, CO 80205',
      ],
      [
        'address',
        { street: 'Torstr. 4', city: 'Berlin', region: 'CO', postcode: '10119' },
        { street: 'Torstr. 4', city: 'Berlin', postcode: '10119' },
        'Torstr. 4, 10119 Berlin',
        DE,
      ],
      ['consent', 'yes', true, 'Agreed'],
    ]
    for (const [type, given, value, text, place] of cases) {
      const { answers, problems } = answer(question(type), given, place)
      assert.deepEqual(problems, {}, type)
      assert.deepInclude(answers[0], { questionId: 'q1', type, label: 'Question', value, text }, type)
    }
  })

  test('says what to do about an answer that it cannot read', ({ assert }) => {
    const cases: [QuestionType, unknown, RegExp][] = [
      ['short_text', 'x'.repeat(201), /at most 200 characters. These are 201/],
      ['choice', 'Cellar', /Choose one of the answers/],
      ['multi_choice', ['Tap', 'Cellar'], /Choose from the answers/],
      ['number', 'two', /Write a number/],
      ['date', '2027-02-30', /Choose a day/],
      ['date', '09.03.2027', /Choose a day/],
      ['phone', '12', /whole phone number/],
      ['email', 'ann@', /e-mail address/],
      ['address', { city: 'Denver', postcode: '80205' }, /street and the house number/],
      ['address', { street: '18 Elm St', postcode: '80205' }, /the city too/],
      ['address', { street: '18 Elm St', city: 'Denver' }, /the postcode too/],
      ['address', { street: '18 Elm St', city: 'Denver', postcode: '8020' }, /postcode is not complete/],
      ['window', { hours: '08:00-10:00' }, /Choose a day too/],
      ['window', { day: '2099-03-09' }, /one of the times too/],
      ['window', { day: '2099-03-09', hours: '06:00-07:00' }, /one of the times too/],
      ['window', { day: '2020-03-09', hours: '08:00-10:00' }, /This day is over/],
    ]
    for (const [type, given, expected] of cases) {
      const { answers, problems } = answer(question(type), given)
      assert.isEmpty(answers, type)
      assert.match(problems.q1, expected, type)
    }
  })

  test('keeps a day and the hours of arrival in the time of the company', ({ assert }) => {
    const asked = question('window', { options: ['08:00-10:00', '13:30-15:00'] })
    const given = { day: '2099-03-09', hours: '13:30-15:00' }
    const [american] = answer(asked, given).answers
    assert.equal(american.value, '2099-03-09T13:30/15:00')
    assert.equal(american.text.replaceAll(/\s/g, ' '), 'Monday, March 9, 2099, 1:30 PM – 3:00 PM')
    assert.equal(answer(asked, given, DE).answers[0].text, 'Monday, 9 March 2099, 13:30 – 15:00')
    assert.isTrue(answer(asked, { day: '', hours: '' }).isAcceptable)
  })

  test('asks only what its conditions show, and leaves the rest out of the lead', ({ assert }) => {
    const heating = question('choice', { id: 'q1', options: ['Gas', 'Oil'] })
    const tank = question('number', {
      id: 'q2',
      required: true,
      condition: { question: 'q1', is: ['Oil'] },
    })
    const full = question('short_text', {
      id: 'q3',
      required: true,
      condition: { question: 'q2', is: [] },
    })
    const sheet = (given: object) => new AnswerSheet([heating, tank, full], { ...given }, {}, US)
    const kept = (given: object) => sheet(given).answers.map(({ questionId }) => questionId)
    assert.deepEqual(kept({ q1: 'Gas', q2: '400', q3: 'yes' }), ['q1'])
    assert.isTrue(sheet({ q1: 'Gas' }).isAcceptable)
    assert.deepEqual(Object.keys(sheet({ q1: 'Oil' }).problems), ['q2'])
    assert.deepEqual(Object.keys(sheet({ q1: 'Oil', q2: '400' }).problems), ['q3'])
    assert.deepEqual(kept({ q1: 'Oil', q2: '400', q3: 'yes' }), ['q1', 'q2', 'q3'])
  })

  test('speaks the language of whoever answers', ({ assert }) => {
    assert.equal(
      answer(question('number'), 'dos', US_SPANISH).problems.q1,
      'Escriba un número, por ejemplo 2 o 3.5.'
    )
    assert.equal(answer(question('consent'), 'yes', US_SPANISH).answers[0].text, 'Aceptado')
    const long = answer(question('short_text'), 'x'.repeat(1201), US_SPANISH).problems.q1
    assert.match(long, /como máximo 200 caracteres/)
  })

  test('asks for what is required and lets the rest go', ({ assert }) => {
    assert.match(answer(question('consent', { required: true }), null).problems.q1, /Tick this box/)
    assert.match(answer(question('long_text', { required: true }), ' \n ').problems.q1, /Write an answer/)
    assert.isTrue(answer(question('short_text'), undefined).isAcceptable)
    assert.isTrue(answer(question('section', { required: true }), undefined).isAcceptable)
  })

  test('keeps photos as what they are attached by', ({ assert }) => {
    const asked = question('photo', { required: true })
    assert.match(new AnswerSheet([asked], { q1: 'forged' }, {}, US).problems.q1, /Add a photo/)
    const { answers } = new AnswerSheet([asked], {}, { q1: ['a', 'b'] }, US)
    assert.deepInclude(answers[0], { value: ['a', 'b'], text: '2 photos' })
  })

  test('drops what no database or screen can hold, whatever shape it comes in', ({ assert }) => {
    const { answers } = answer(question('short_text'), 'a\u0000b\u0007 \ud800c')
    assert.equal(answers[0].text, 'ab \ufffdc')
    for (const given of [{ $gt: '' }, [['x']], 7, true, null]) {
      assert.isTrue(answer(question('short_text'), given).isAcceptable)
    }
  })

  test('sums up a request in its first words', ({ assert }) => {
    const asked = [question('date'), question('long_text', { id: 'q2' })]
    const summary = (text: string) => new AnswerSheet(asked, { q1: '2027-03-09', q2: text }, {}, US).summary
    assert.equal(summary('The boiler\nis cold'), 'The boiler is cold')
    assert.equal(summary('x'.repeat(300)).length, 140)
    assert.equal(new AnswerSheet(asked, {}, {}, US).summary, 'New request')
  })
})
