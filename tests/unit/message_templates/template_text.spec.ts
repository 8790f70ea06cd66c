import { test } from '@japa/runner'
import { nearest } from '#app/message_templates/nearest'
import { TemplateText } from '#app/message_templates/template_text'
import { languagesFor } from '#app/message_templates/wording'
import { TEMPLATE_PLACES, placeholdersOf, templateKind } from '#app/message_templates/template_kinds'

const KNOWN = ['customer_name', 'visit_note', 'message']
const fill = (text: string, values: Record<string, string | null> = {}) =>
  TemplateText.parse(text, KNOWN).fill(values)
const refused = (text: string) => {
  try {
    TemplateText.parse(text, KNOWN)
  } catch (error) {
    return (error as Error).message
  }
  return null
}

test.group('The words of a template', () => {
  test('have gaps that are filled, with nothing where there is nothing', ({ assert }) => {
    assert.equal(
      fill('Hello {{customer_name}}, {{ visit_note }}!', { customer_name: 'Dana' }),
      'Hello Dana, !'
    )
  })

  test('say something only where there is something to say', ({ assert }) => {
    const text =
      '{{if visit_note}}Note: {{visit_note}}{{else}}No note{{end}}.{{if message}} {{if customer_name}}Both{{end}}{{end}}'
    assert.equal(fill(text, { visit_note: 'Gate' }), 'Note: Gate.')
    assert.equal(fill(text, { visit_note: '  ', message: 'x', customer_name: 'y' }), 'No note. Both')
  })

  test('what fills a gap is text and is not read again', ({ assert }) => {
    const hostile = '{{message}} {{if message}}x{{end}} ${1+1} <b> {{{ 7*7 }}} @if(true)'
    assert.equal(fill('{{customer_name}}', { customer_name: hostile, message: 'SECRET' }), hostile)
  })

  test('{$i} an attack finds nothing to run: {$self}')
    .with([
      '{{7*7}}',
      '{{constructor}}',
      '{{__proto__}}',
      '{{toString}}',
      '{{customer_name.constructor}}',
      '{{customer_name["length"]}}',
      '{{if constructor}}x{{end}}',
      '{{process.env.APP_KEY}}',
      '{{{customer_name}}}',
      '{{#with (lookup this "constructor")}}{{end}}',
      '{{> partial}}',
      '{{customer_name | raw}}',
      '{{require("fs")}}',
      '{{if customer_name}}{{else}}{{else}}{{end}}',
      '{{if a b}}x{{end}}',
    ])
    .run(({ assert }, attack) => {
      assert.isNotNull(refused(attack))
    })

  test('words of other engines are only words', ({ assert }) => {
    for (const text of [
      '${7*7}',
      '<%= 7*7 %>',
      '#{7*7}',
      '@if(true) x @end',
      '{% raw %}',
      '{ customer_name }',
    ])
      assert.equal(fill(text, {}), text)
  })

  test('a value that is no declared one is not found on the prototype', ({ assert }) => {
    assert.equal(TemplateText.parse('{{constructor}}', ['constructor']).fill({}), '')
  })

  test('a mistake is named, and what was meant is offered', ({ assert }) => {
    assert.equal(
      refused('{{custmer_name}}'),
      'There is no {{custmer_name}} here. Did you mean {{customer_name}}?'
    )
    assert.equal(refused('{{Visit_Note}}'), 'There is no {{Visit_Note}} here. Did you mean {{visit_note}}?')
    assert.include(refused('{{zzzzzzzzzzzzzzz}}')!, 'Choose one of {{customer_name}}')
    assert.include(refused('{{customer_name')!, 'begins with {{ and ends with }}')
    assert.include(refused('{{if message}}x')!, '{{if message}} needs an {{end}}')
    assert.include(refused('x{{end}}')!, 'without its {{if')
  })

  test('a long hostile text is read in no time that matters', ({ assert }) => {
    for (const text of [
      '{{'.repeat(2000),
      '{{if message}}'.repeat(280),
      '{{ '.repeat(1300),
      '}}'.repeat(2000),
    ])
      assert.isNotNull(refused(text))
    assert.isNull(nearest('z'.repeat(4000), KNOWN))
  })

  test('the product’s own words have no mistake, and an example for each gap', ({ assert }) => {
    for (const { kind, channel } of TEMPLATE_PLACES)
      for (const text of Object.values(templateKind(kind).words[channel]!))
        assert.notInclude(
          TemplateText.parse(text, placeholdersOf(kind)).fill(templateKind(kind).placeholders),
          '{{'
        )
  })

  test('the language is the reader’s, else the company’s, else English', ({ assert }) => {
    assert.deepEqual(languagesFor('fr', 'de-DE'), ['fr', 'de', 'en'])
    assert.deepEqual(languagesFor(null, 'de-DE'), ['de', 'en'])
    assert.deepEqual(languagesFor('xx', 'en-US'), ['en'])
  })
})
