const COUNTRIES_BY_CURRENCY = {
  EUR: 'AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM VA XK YT',
  USD: 'AS BQ EC FM GU IO MH MP PR PW SV TC TL US VG VI',
  GBP: 'GB GG IM JE',
  AUD: 'AU CC CX KI NF NR TV',
  NZD: 'CK NU NZ TK',
  DKK: 'DK FO GL',
  NOK: 'NO SJ',
  CHF: 'CH LI',
  ILS: 'IL PS',
  XOF: 'BF BJ CI GW ML NE SN TG',
  XAF: 'CF CG CM GA GQ TD',
  XCD: 'AG AI DM GD KN LC MS VC',
  XPF: 'NC PF WF',
  XCG: 'CW SX',
  MAD: 'EH MA',
  SHP: 'SH',
  ...pairs(
    'AED-AE AFN-AF ALL-AL AMD-AM AOA-AO ARS-AR AWG-AW AZN-AZ BAM-BA BBD-BB BDT-BD BHD-BH BIF-BI BMD-BM BND-BN BOB-BO BRL-BR ' +
      'BSD-BS BTN-BT BWP-BW BYN-BY BZD-BZ CAD-CA CDF-CD CLP-CL CNY-CN COP-CO CRC-CR CUP-CU CVE-CV CZK-CZ DJF-DJ DOP-DO DZD-DZ ' +
      'EGP-EG ERN-ER ETB-ET FJD-FJ FKP-FK GEL-GE GHS-GH GIP-GI GMD-GM GNF-GN GTQ-GT GYD-GY HKD-HK HNL-HN HTG-HT HUF-HU IDR-ID ' +
      'INR-IN IQD-IQ IRR-IR ISK-IS JMD-JM JOD-JO JPY-JP KES-KE KGS-KG KHR-KH KMF-KM KPW-KP KRW-KR KWD-KW KYD-KY KZT-KZ LAK-LA ' +
      'LBP-LB LKR-LK LRD-LR LSL-LS LYD-LY MDL-MD MGA-MG MKD-MK MMK-MM MNT-MN MOP-MO MRU-MR MUR-MU MVR-MV MWK-MW MXN-MX MYR-MY ' +
      'MZN-MZ NAD-NA NGN-NG NIO-NI NPR-NP OMR-OM PAB-PA PEN-PE PGK-PG PHP-PH PKR-PK PLN-PL PYG-PY QAR-QA RON-RO RSD-RS RUB-RU ' +
      'RWF-RW SAR-SA SBD-SB SCR-SC SDG-SD SEK-SE SGD-SG SLE-SL SOS-SO SRD-SR SSP-SS STN-ST SYP-SY SZL-SZ THB-TH TJS-TJ TMT-TM ' +
      'TND-TN TOP-TO TRY-TR TTD-TT TWD-TW TZS-TZ UAH-UA UGX-UG UYU-UY UZS-UZ VES-VE VND-VN VUV-VU WST-WS YER-YE ZAR-ZA ZMW-ZM ZWG-ZW'
  ),
}

// Countries whose people read more than the language that Unicode names first.
const FURTHER_LANGUAGES: Record<string, string[]> = {
  BE: ['fr', 'de'],
  CA: ['fr'],
  CH: ['fr', 'it'],
  ES: ['ca', 'eu', 'gl'],
  FI: ['sv'],
  LU: ['de', 'lb'],
  US: ['es'],
}

// Where the first zone by the alphabet is not the one most people live in, or Unicode knows none.
const MAIN_ZONES: Record<string, string> = {
  AR: 'America/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CL: 'America/Santiago',
  CY: 'Asia/Nicosia',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Ponape',
  GL: 'America/Godthab',
  KI: 'Pacific/Tarawa',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
  XK: 'Europe/Belgrade',
}

const CURRENCIES = new Map(
  Object.entries(COUNTRIES_BY_CURRENCY).flatMap(([currency, codes]) =>
    codes.split(' ').map((code) => [code, currency])
  )
)
const names = new Intl.DisplayNames('en', { type: 'region' })
const languages = new Intl.DisplayNames('en', { type: 'language' })

export type Country = { code: string; name: string; currency: string; timeZones: string[]; locales: string[] }

/** Every country with what a new company there starts from; zones are looked up for those who ask. */
export const COUNTRIES: Country[] = [...CURRENCIES]
  .map(([code, currency]) => ({
    code,
    name: names.of(code) ?? code,
    currency,
    get timeZones() {
      return timeZonesOf(code)
    },
    get locales() {
      return localesOf(code)
    },
  }))
  .sort((one, other) => one.name.localeCompare(other.name, 'en'))

export const CURRENCY_CODES = [...new Set(CURRENCIES.values())].sort()

export const isCountry = (code: string) => CURRENCIES.has(code)

export const localeOf = (country: string) => localesOf(country)[0]

export const nameOfLocale = (locale: string) => languages.of(locale) ?? locale

function localesOf(country: string) {
  const { language } = new Intl.Locale(`und-${country}`).maximize()
  const spoken = [language, ...(FURTHER_LANGUAGES[country] ?? []), 'en']
  return [...new Set(spoken)].map((one) => `${one}-${country}`)
}

function timeZonesOf(country: string): string[] {
  const zones = new Intl.Locale(`und-${country}`).getTimeZones() ?? []
  const main = MAIN_ZONES[country] ?? zones[0]
  return [main, ...zones.filter((zone) => zone !== main)]
}

function pairs(list: string) {
  return Object.fromEntries(list.split(' ').map((pair) => pair.split('-') as [string, string]))
}
