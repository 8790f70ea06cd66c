export type AddressPart = 'street' | 'unit' | 'postcode' | 'city' | 'region'
export type PostalAddress = Partial<Record<AddressPart, string | null>> & { country: string }

const REGION_FIRST = ['US', 'CA', 'AU', 'GB']
const WITH_REGION = ['US', 'CA', 'AU']

const POSTCODES: Record<string, RegExp> = {
  US: /^\d{5}(-\d{4})?$/,
  CA: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
  AU: /^\d{4}$/,
  AT: /^\d{4}$/,
  CH: /^\d{4}$/,
  NL: /^\d{4} ?[A-Z]{2}$/i,
  DE: /^\d{5}$/,
  ES: /^\d{5}$/,
  FR: /^\d{5}$/,
  IT: /^\d{5}$/,
  MX: /^\d{5}$/,
}

/** The parts of an address, in the order in which people of a country write them. */
export function addressParts(country: string): AddressPart[] {
  if (WITH_REGION.includes(country)) return ['street', 'unit', 'city', 'region', 'postcode']
  return country === 'GB' ? ['street', 'unit', 'city', 'postcode'] : ['street', 'unit', 'postcode', 'city']
}

export const isPostcode = (code: string, country: string) => POSTCODES[country]?.test(code) ?? true

/** One line, as on an envelope: "18 Elm St, Apt 2, Denver, CO 80205". */
export function onOneLine({ street, unit, postcode, city, region, country }: PostalAddress) {
  const place = REGION_FIRST.includes(country)
    ? [city, [region, postcode].filter(Boolean).join(' ')]
    : [[postcode, city].filter(Boolean).join(' ')]
  return [street, unit, ...place].filter(Boolean).join(', ') || null
}
