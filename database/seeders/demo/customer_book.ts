import Customer, { type CustomerFacts } from '#app/customers/customer'
import { CustomerContacts, CustomerSites } from '#app/customers/customer_parts'
import QrCode from '#app/qr_codes/qr_code'
import type User from '#app/identity/user'
import { fold } from '#app/platform/folding'
import type { Dice } from './dice.js'

/** Where a company's customers live, and how people are called there. */
export type Region = {
  country: string
  city: string
  region: string | null
  names: { first: string[]; last: string[] }
  firms: string[]
  streets: [street: string, postcode: string][]
  mailHosts: string[]
  notes: string[]
  /** What firms have besides: somebody else to talk to, and another place. */
  branch: { role: string; label: string; street: (street: string, at: number) => string }
  /** A number that is nobody's, another one for each index. */
  phone: (index: number) => string
  address: (street: string, dice: Dice) => Pick<CustomerFacts, 'street' | 'unit'>
}

export type Client = { customer: Customer; code: QrCode | null; isFirm: boolean }

/** The customers that a company has met so far. */
export class CustomerBook {
  readonly clients: Client[] = []
  #facts: { facts: CustomerFacts; isFirm: boolean }[]
  #blank: QrCode[] = []
  #region: Region

  constructor(region: Region, count: number, dice: Dice) {
    const isTaken = new Set<string>()
    this.#region = region
    this.#facts = Array.from({ length: count }, (_, index) => {
      const isFirm = index % Math.ceil(count / region.firms.length) === 3
      const name = isFirm
        ? region.firms[Math.floor(index / Math.ceil(count / region.firms.length))]
        : freshName(region, isTaken, dice)
      return { isFirm, facts: factsOf(name, index, region, dice) }
    })
  }

  /** Labels that the field people carry with them, in the order of the sheet. */
  async stock(batchId: string) {
    this.#blank.push(...(await QrCode.query().where('qrBatchId', batchId).orderBy('position')))
  }

  get hasBlankCodes() {
    return this.#blank.length > 0
  }

  get hasNewcomers() {
    return this.#facts.length > 0
  }

  async register(): Promise<Client> {
    const { facts, isFirm } = this.#facts.shift()!
    const client = { customer: await Customer.register(facts), code: null, isFirm }
    if (isFirm) await this.#introduce(client.customer)
    this.clients.push(client)
    return client
  }

  async #introduce(firm: Customer) {
    const { names, streets, city, region, branch, phone } = this.#region
    const at = this.clients.length
    const name = `${names.first[at % names.first.length]} ${names.last[(at * 7) % names.last.length]}`
    const [street, postcode] = streets[at % streets.length]
    await new CustomerContacts(firm).add({ name, role: branch.role, phone: phone(at + 500) })
    const place = { street: branch.street(street, at + 2), postcode, city, region }
    await new CustomerSites(firm).add({ label: branch.label, ...place })
  }

  /** Somebody who has moved in where another customer lived. */
  registerAt({ street, unit, postcode }: Customer): Promise<Client> {
    Object.assign(this.#facts[0].facts, { street, unit, postcode })
    return this.register()
  }

  async label(client: Client, by: User) {
    const code = this.#blank.shift()!
    await code.assign(client.customer, { by })
    client.code = code
  }

  /** Those with a label of their own. */
  labelled(isFirm: boolean) {
    return this.clients.filter((client) => client.code !== null && client.isFirm === isFirm)
  }
}

function freshName({ names }: Region, isTaken: Set<string>, dice: Dice): string {
  const name = `${dice.pick(names.first)} ${dice.pick(names.last)}`
  if (isTaken.has(name)) return freshName({ names } as Region, isTaken, dice)
  isTaken.add(name)
  return name
}

function factsOf(name: string, index: number, region: Region, dice: Dice): CustomerFacts {
  const [street, postcode] = dice.pick(region.streets)
  return {
    name,
    ...region.address(street, dice),
    postcode,
    city: region.city,
    region: region.region,
    country: region.country,
    phone: dice.chance(0.93) ? region.phone(index) : null,
    email: dice.chance(0.82) ? mailboxOf(name, region, dice) : null,
    notes: dice.chance(0.16) ? dice.pick(region.notes) : null,
  }
}

function mailboxOf(name: string, { mailHosts }: Region, dice: Dice) {
  const words = fold(name.replace(/[äöü]/gi, (letter) => `${letter}e`)).match(/[a-z]+/g)!
  const [first, last] = [words[0], words.at(-1)!]
  const local = dice.pick([
    `${first}.${last}`,
    `${first[0]}${last}`,
    `${first}${last}${dice.between(57, 99)}`,
  ])
  return `${local}@${dice.pick(mailHosts)}`
}
