import { test } from '@japa/runner'
import { IANAZone } from 'luxon'
import { getCountries } from 'libphonenumber-js'
import { COUNTRIES, CURRENCY_CODES, localeOf } from '#app/tenancy/countries'

const find = (code: string) => COUNTRIES.find((country) => country.code === code)!

test.group('Countries', () => {
  test('are all that have phone numbers, but for two outposts', ({ assert }) => {
    const known = new Set(COUNTRIES.map(({ code }) => code))
    assert.deepEqual(
      getCountries().filter((code) => !known.has(code)),
      ['AC', 'TA']
    )
    assert.equal(known.size, COUNTRIES.length)
  })

  test('start with a real currency, time zone and language', ({ assert }) => {
    const currencies = new Set(Intl.supportedValuesOf('currency'))
    assert.deepEqual(
      CURRENCY_CODES.filter((code) => !currencies.has(code)),
      []
    )
    for (const { code, timeZones, locales } of COUNTRIES) {
      assert.isNotEmpty(timeZones, code)
      assert.deepEqual(
        timeZones.filter((zone) => !IANAZone.isValidZone(zone)),
        [],
        code
      )
      assert.lengthOf(Intl.DateTimeFormat.supportedLocalesOf(locales[locales.length - 1]), 1, code)
    }
  })

  test('begin with the zone that most people live in', ({ assert }) => {
    assert.equal(find('US').timeZones[0], 'America/New_York')
    assert.equal(find('ES').timeZones[0], 'Europe/Madrid')
    assert.equal(find('DE').timeZones[0], 'Europe/Berlin')
    assert.equal(new Set(find('US').timeZones).size, find('US').timeZones.length)
  })

  test('know their languages', ({ assert }) => {
    assert.deepEqual(find('CH').locales, ['de-CH', 'fr-CH', 'it-CH', 'en-CH'])
    assert.equal(localeOf('US'), 'en-US')
    assert.equal(localeOf('DE'), 'de-DE')
  })
})
