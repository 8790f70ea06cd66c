import type { StandardRole } from '#app/access/standard_roles'
import type { Company } from '#app/tenancy/tenant'

export type Person = {
  name: string
  /** Under a top-level domain that is reserved for examples: nothing is ever sent there. */
  email: string
  role: StandardRole
  phone?: string
  /** Those who can be signed in as. */
  persona?: string
}

/** The ids are fixed, so that the demo is known again whatever became of names and addresses. */
export type DemoCompany = Company & { id: string; slug: string; people: Record<string, Person> }

export const OPERATOR = {
  persona: 'Super user',
  name: 'Latchkey Operator',
  email: 'operator@latchkey.example',
}

export const BRIGHTWATER = {
  id: '01970000-0000-7000-8000-00000000b001',
  slug: 'brightwater',
  name: 'Brightwater Plumbing & Heating',
  timeZone: 'America/Denver',
  country: 'US',
  currency: 'USD',
  locale: 'en-US',
  brandColor: '#0b6a7f',
  phone: '+13035550120',
  email: 'hello@brightwater.example',
  website: 'https://www.brightwater.example',
  people: {
    maya: {
      name: 'Maya Okafor',
      email: 'maya@brightwater.example',
      role: 'admin',
      phone: '+13035550121',
      persona: 'Company admin',
    },
    daniel: {
      name: 'Daniel Reyes',
      email: 'daniel@brightwater.example',
      role: 'supervisor',
      phone: '+13035550122',
      persona: 'Supervisor',
    },
    priya: {
      name: 'Priya Raman',
      email: 'priya@brightwater.example',
      role: 'agent',
      phone: '+13035550123',
      persona: 'Agent',
    },
    colleen: {
      name: 'Colleen Byrne',
      email: 'colleen@brightwater.example',
      role: 'agent',
      phone: '+13035550124',
    },
    marcus: {
      name: 'Marcus Webb',
      email: 'marcus@brightwater.example',
      role: 'field_user',
      phone: '+13035550125',
      persona: 'Field user',
    },
    luis: {
      name: 'Luis Ortega',
      email: 'luis@brightwater.example',
      role: 'field_user',
      phone: '+13035550126',
    },
    hannah: {
      name: 'Hannah Lindqvist',
      email: 'hannah@brightwater.example',
      role: 'field_user',
      phone: '+13035550127',
    },
  },
} satisfies DemoCompany

/** Invited by Maya; has not answered yet. */
export const INVITED: Person = { name: 'Tom Kowalczyk', email: 'tom@brightwater.example', role: 'field_user' }

export const ALBA = {
  id: '01970000-0000-7000-8000-00000000b002',
  slug: 'alba',
  name: 'Alba Elektro',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  currency: 'EUR',
  locale: 'de-DE',
  brandColor: '#1b7a41',
  phone: '+493023125000',
  email: 'hallo@alba-elektro.example',
  website: 'https://www.alba-elektro.example',
  people: {
    katrin: {
      name: 'Katrin Vogel',
      email: 'katrin@alba-elektro.example',
      role: 'admin',
      phone: '+493023125001',
      persona: 'Company admin (Alba)',
    },
    emre: {
      name: 'Emre Yıldız',
      email: 'emre@alba-elektro.example',
      role: 'field_user',
      phone: '+491713920050',
    },
  },
} satisfies DemoCompany

export const NORTHGATE = {
  id: '01970000-0000-7000-8000-00000000b003',
  slug: 'northgate',
  name: 'Northgate Locksmiths',
  timeZone: 'America/Los_Angeles',
  country: 'US',
  currency: 'USD',
  locale: 'en-US',
  brandColor: '#7a4b1e',
  phone: '+12065550140',
  email: 'office@northgate.example',
  people: {
    gordon: { name: 'Gordon Pike', email: 'gordon@northgate.example', role: 'admin' },
  },
} satisfies DemoCompany

export const COMPANIES: DemoCompany[] = [BRIGHTWATER, ALBA, NORTHGATE]
export const COMPANY_IDS = COMPANIES.map(({ id }) => id)
export const CAST = COMPANIES.flatMap(({ people }) => Object.values(people))

/** A person of the demo could only have come by these addresses with the demo. */
export const ADDRESSES = [OPERATOR.email, ...CAST.map(({ email }) => email)]
