/** The systems named in config/crm.ts. */
export interface CrmAdapters {}
export type CrmName = keyof CrmAdapters & string

/** What a company knows of one of its customers, whatever system keeps it. `null` always means: not known. */
export type CrmCustomer = {
  /** The keeping system's own id; opaque, stable, never reused. */
  id: string
  /** How the person or firm is addressed; never empty. */
  name: string
  /** As the customer writes it, or in lower case where the system keeps it so. */
  email: string | null
  /** E.164, such as +13035550142. */
  phone: string | null
  street: string | null
  unit: string | null
  postcode: string | null
  city: string | null
  /** State, province or canton, in the short form of the country's post: "CO". */
  region: string | null
  /** ISO 3166-1 alpha-2, upper case. */
  country: string
  /** Plain text of the company, never shown to the customer. */
  notes: string | null
  /** No longer served. The record stays and can be read; searches leave it out. */
  isArchived: boolean
  /** ISO 8601 with a zone: when the keeping system last changed the record. */
  updatedAt: string
  /** What those of its own fields hold that the connection asks for; left out where it asks for none. */
  values?: CrmValues
}

/**
 * Values of the system's own fields, by their names there. Always text: a day is 2026-11-27, a moment ISO 8601, yes and
 * no are `true` and `false`, several choices stand in one text with `;` between them. `null`: empty.
 */
export type CrmValues = Record<string, string | null>

/** A field of the system's own record of a customer. */
export type CrmField = {
  /** As programs call it; stable. */
  name: string
  /** As the company's people know it. */
  label: string
  type:
    | 'text'
    | 'email'
    | 'phone'
    | 'url'
    | 'number'
    | 'date'
    | 'moment'
    | 'yes_no'
    | 'choice'
    | 'choices'
    | 'other'
  /** What a `choice` may hold; empty for other types. */
  choices: readonly { value: string; label: string }[]
  isWritable: boolean
  /** Without a value, no record is made. */
  isRequired: boolean
  /** Made by the company, not by the vendor. */
  isCustom: boolean
  /** How many characters it holds; `null` where nobody says. */
  maxLength: number | null
}

/** What may be written. A phone number may come as it was typed. */
export type CrmCustomerFields = Omit<
  CrmCustomer,
  'id' | 'isArchived' | 'updatedAt' | 'country' | 'values'
> & {
  /** `null`: the company's own country. */
  country: string | null
}

/** A name is all it takes to create; what is left out is not known. */
export type NewCrmCustomer = Pick<CrmCustomerFields, 'name'> & Partial<CrmCustomerFields>

/** What happened to the system's records, in no order that could be relied on; the same may be told again. */
export type CrmChanges = {
  /** Those that were made or changed, as they are now. */
  customers: CrmCustomer[]
  /** Those that ended; `into` is the record that they were merged into, `null` for none. */
  ended: { id: string; into: string | null }[]
  /** From here it goes on; opaque, and to be kept together with what was told. */
  cursor: string
  /** Whether there is more already. */
  isMore: boolean
}

export type CrmSearch = {
  /**
   * `text`: words of the name and address, by their beginnings, in any order. `name`: the same of the name alone.
   * `phone`: the whole number, in any notation. `email`: the whole address, in any case.
   */
  by: 'text' | 'name' | 'phone' | 'email'
  value: string
  /** At most so many are returned; 25 unless told. */
  limit?: number
}

/** Somebody of the company's who may be responsible for records there. */
export type CrmOwner = {
  id: string
  /** Never empty. */
  name: string
  /** In lower case. */
  email: string | null
}

/** The stages that deals go through, in their order; there is at least one. */
export type CrmPipeline = {
  id: string
  label: string
  /**
   * `lead`: what goes through it is somebody who asks, of whom nobody has said yet that something will be sold. A deal, where it
   * says nothing.
   */
  kind?: 'deal' | 'lead'
  stages: readonly CrmStage[]
}
export type CrmStage = {
  id: string
  label: string
  /** What has become of a deal that is in it; `null` while it goes on. */
  end: 'won' | 'lost' | null
}

/** What a company may sell to one of its customers, or a lead of theirs: that is told by its pipeline. */
export type CrmDeal = {
  id: string
  name: string
  pipelineId: string
  stageId: string
  /** `null`: nobody in particular. */
  ownerId: string | null
}
/** Without an owner, the system chooses one by its own rules, or none. */
export type NewCrmDeal = Omit<CrmDeal, 'id' | 'ownerId'> & { ownerId?: string }

export type CrmNote = {
  /** Plain, with `\n` between its lines. What is longer than the system holds is cut off there. */
  text: string
  /** ISO 8601 with milliseconds, UTC: when it was written. By that a record's notes are told apart. */
  at: string
}

/** A firm that records of customers may belong to. */
export type CrmCompany = {
  id: string
  /** Never empty. */
  name: string
}

/** What an adapter can do. Asked to do more, it throws `CrmNotSupportedError`; it never pretends. */
export type CrmCapabilities = {
  searchBy: readonly CrmSearch['by'][]
  /** The fields that the system has a place for. What is written to others is dropped, and read as `null`. */
  keeps: readonly (keyof CrmCustomerFields)[]
  /** In which of its own fields it keeps each of those, by the names of `fields`. */
  places: { readonly [Field in keyof CrmCustomerFields]?: readonly string[] }
  create: boolean
  update: boolean
  archive: boolean
  restore: boolean
  /**
   * Whether a record keeps the key that it was created with. A company's own system may still lack the place for it:
   * then `create` with a key throws `CrmNotSupportedError`, and has written nothing.
   */
  keys: boolean
  /** Whether it tells of its fields, and reads and writes them. */
  fields: boolean
  /** Whether it tells what has changed, and what is missing. */
  changes: boolean
  /** How many `createAll` takes at once; left out where there is none. */
  batch?: number
}

/** One of many to be created, as `create` takes it. */
export type CrmCreation = { fields: NewCrmCustomer; key: string; values?: CrmValues }

/** What a company enters to connect a system; rendered as a form. */
export type CrmSetting = {
  /** The key under which the adapter finds it: "token". */
  name: string
  label: string
  /** Where to find it, in a sentence. */
  help: string
  /** Kept encrypted, and never shown again. */
  isSecret: boolean
  /** Whether it may be left empty. */
  isOptional?: boolean
}

/** Where a person lets us in on the vendor's own screen, instead of entering anything (OAuth 2, code flow with PKCE). */
export type CrmOauth = {
  /** The vendor's screen. */
  authorizeUrl: string
  /** `https://` and the host that gives tokens; left out where that is the adapter's own. */
  tokenHost?: string
  /** Begins with a slash; on that host. */
  tokenPath: string
  /** Where a refresh token is taken back, on the same host; left out where the vendor has no such place. */
  revokePath?: string
  scopes: readonly string[]
  /** What the vendor calls `invalid_grant`, where it has words of its own. */
  lost?: readonly string[]
  /** Under which name the vendor says, beside the tokens, whose account it is; by that, its webhooks find the company. */
  account?: string
  /**
   * What the vendor says beside the tokens and is kept like what a company enters: by the name of the setting, the name there.
   * `hostOf` is asked about it before anything else is: a host that is none of the vendor's is never asked.
   */
  told?: Readonly<Record<string, string>>
}

/** A webhook of a vendor, as it came. */
export type CrmWebhook = {
  readonly method: string
  /** The whole address, as the operator has given it to the vendor. */
  readonly url: string
  readonly body: string
  /** Of a header; the name in any case. */
  header(name: string): string | undefined
  /** Whether the text was signed with the secret of this installation (HMAC-SHA256); nothing given is not signed. */
  isSigned(text: string, given: string | undefined, encoding?: 'base64' | 'hex'): boolean
  /** Whether a moment, in milliseconds since 1970, is of the last five minutes. */
  isOfNow(moment: string | undefined): boolean
}

/** An event that a webhook names. Of it, nothing but the ids is used: the records are read. */
export type CrmHint = {
  /** The same when the same event is sent again, and never of anything else. */
  key: string
  /** Whose account there it is about. */
  account: string
  /** The records to be looked at; none where it is about something else. */
  ids: readonly string[]
}

/** What the vendor allows one company in any so many seconds. */
export type CrmLimit = { requests: number; seconds: number }

/**
 * How much of what the vendor allows is used, as an answer of the vendor's tells. `requests` is the most in so many `seconds`: an
 * hour or more. What is allowed for less is for `limits`.
 */
export type CrmUsage = CrmLimit & {
  /** Requests so far, with those of the company's other programs. */
  used: number
  /** ISO 8601 with a zone: when it is counted anew; `null` where the answer does not say. */
  resetsAt: string | null
}

/** What the company entered, by the names of the adapter's settings. */
export type CrmSettings = Readonly<Record<string, string>>

/** One company's way to a system outside; the platform makes it, and the adapter holds nothing else. */
export type CrmConnection = {
  settings: CrmSettings
  /** ISO 3166-1 alpha-2: the company's own, for what comes without one. */
  country: string
  /** IANA: the company's own, by which its days begin. */
  timeZone?: string
  /** Whose account there it is, where the vendor has said so (`CrmOauth.account`). */
  account?: string | null
  /** The names of those of its own fields whose values a customer comes with. */
  values?: readonly string[]
  /**
   * Asks the system's own host, and no other; `path` begins with a slash. Resolves to an answer of whatever status,
   * with its body there as a whole; rejects with `CrmUnavailableError` when none arrives in time. It waits its turn where the
   * adapter declares `limits`, and where the company has let us in by `oauth`, carries the access token and renews it.
   */
  request(path: string, init?: RequestInit): Promise<Response>
}

/** What a module of an adapter exports by default; one instance serves one company. */
export interface CrmAdapterClass {
  /** Which version of this contract it was written for: 2 is today's; 1, before `fields` and `changes`, where it says none. */
  readonly contract?: number
  /** The vendor's name as people know it. */
  readonly label: string
  /**
   * `https://` and the host that the adapter talks to; `null` when it talks to none. Where each company has a host of its
   * own, the one that they all lie under.
   */
  readonly host: string | null
  /** For vendors who give each company a host: this company's. Anything else than one of theirs is a `CrmSettingError`. */
  hostOf?(settings: CrmSettings): string
  readonly settings: readonly CrmSetting[]
  /** Offered instead of the settings where the operator has registered this installation with the vendor. */
  readonly oauth?: CrmOauth
  /**
   * For vendors who send webhooks, to `APP_URL/incoming/crm/` and the adapter's name: what one names.
   * Throws `CrmForgedError` for one that the vendor has not signed, or not in these minutes.
   */
  hintsIn?(webhook: CrmWebhook): CrmHint[]
  /** Kept by the platform, for all processes together. */
  readonly limits?: readonly CrmLimit[]
  /**
   * What an answer says of how much is used, by its headers: asked about each answer, of whatever status, and of no other. An answer
   * that says nothing, or nothing that is understood, is an empty list: what was said before goes on to hold. Throws nothing,
   * and asks nobody. The platform keeps to it, for all processes together: long work rests at three quarters, and all work at
   * 95 %, so that the company's other programs go on. Left out where the vendor does not tell.
   */
  usageIn?(headers: Headers): CrmUsage[]
  new (connection: CrmConnection): CrmAdapter
}

/**
 * One company's customers in the system that keeps them. Any method may throw the errors of `errors.ts`, and no others:
 * `CrmUnavailableError`, `CrmRateLimitedError`, `CrmNeedsReconnectError`, `CrmNotSupportedError`, `CrmRejectedError` and
 * those that extend it. What stands with a `?` is left out by an adapter whose system has no such thing, and then not offered.
 */
export interface CrmAdapter {
  /** The name under which config/crm.ts knows it. */
  readonly name: string

  readonly capabilities: CrmCapabilities

  /** The customers who match, newest first, without archived ones. Nobody matching is an empty list. */
  search(search: CrmSearch): Promise<CrmCustomer[]>

  /**
   * The customer of this id, archived or not. A missing customer, or an id of another company, is `null`. Who was merged
   * into another there is answered by that one, whose id it then is.
   */
  get(id: string): Promise<CrmCustomer | null>

  /**
   * Writes a new customer and returns it as kept. Does not look for duplicates: that is the caller's question to a
   * person. Refuses senseless fields with `CrmRejectedError`, and has then written nothing. `key` is kept with the
   * record: asked again with the same one, it answers the customer of the first time as kept by now, and writes nothing,
   * also when the first answer was lost. `values` are written along, and have the last word in a field that both name.
   */
  create(fields: NewCrmCustomer, key?: string, values?: CrmValues): Promise<CrmCustomer>

  /**
   * Every customer who is there, without archived ones, page by page, each as `get` answers them; `cursor` is `null` on the
   * last page, and goes on from there after days too. Who is made meanwhile may be passed over. Nobody is an empty page.
   */
  list?(cursor: string | null): Promise<{ customers: CrmCustomer[]; cursor: string | null }>

  /**
   * `create` for many, each with its key and in the same order. `null` for those who could not be made together with the
   * others, and were not: whoever is to know why makes them by themselves. Who was made with the key before may be written
   * once more. An answer holds at least what was written. Whoever has it has `list` too.
   */
  createAll?(creations: readonly CrmCreation[]): Promise<(CrmCustomer | null)[]>

  /** Throws the `CrmRejectedError` of `create` for these fields, as far as it can be told without writing. */
  check(fields: NewCrmCustomer): Promise<void>

  /** The customer that was created with this key, archived or not; `null` when none was. */
  createdWith(key: string): Promise<CrmCustomer | null>

  /**
   * Writes the named fields, leaves the others alone, clears those that are `null`; returns the customer as kept.
   * A missing customer is a `CrmGoneError`. Who was merged into another there is written as `get` reads them.
   */
  update(id: string, changes: Partial<CrmCustomerFields>, values?: CrmValues): Promise<CrmCustomer>

  /** Takes the customer out of use. One that is missing or archived already is no error. */
  archive(id: string): Promise<void>

  /** Takes an archived customer into use again. One that is missing or in use is no error. */
  restore(id: string): Promise<void>

  /** The fields of its record of a customer, as the company has them now. */
  fields(): Promise<CrmField[]>

  /**
   * What has changed since the cursor; without one, nothing but a cursor of now. Whatever changes is told at least once,
   * also when the system's own search comes after its writes.
   */
  changes(cursor: string | null): Promise<CrmChanges>

  /** Which of at most 100 ids have no record any more. One that was merged into another has one. */
  missing(ids: readonly string[]): Promise<string[]>

  /** Asks the system whether it lets us in, and changes nothing; throws what a search would throw. */
  test(): Promise<void>

  /**
   * Who may be responsible for a record, without those who left; with an address, those who have it, in any case. Nobody is
   * an empty list. A connection that may not read them is a `CrmNotAllowedError`.
   */
  owners?(email?: string): Promise<CrmOwner[]>

  /**
   * Adds a note to the record of a customer and, if it is named, to a deal of theirs. Where the record has a note of that very
   * moment already, nothing is added: also when the first answer was lost. Where one of both was merged into another there, it is
   * that one's. A customer or deal who is missing is a `CrmGoneError`, a connection that may write none a `CrmNotAllowedError`.
   */
  addNote?(note: CrmNote, on: { customerId: string; dealId?: string }): Promise<void>

  /** What the company may sell to its customers. */
  readonly deals?: CrmDeals

  /** The firms that its customers are, or belong to, where the system has records of such. */
  readonly companies?: CrmCompanies

  /** Where people look at a record there; `null` where that cannot be said. Asks nobody. */
  pageOf?(what: 'customer' | 'deal', id: string): string | null
}

/** Firms beside the records of customers. A connection that may not use them: each of its methods throws `CrmNotAllowedError`. */
export interface CrmCompanies {
  /**
   * Has the record of a customer belong to a new company, and returns that. Where it belongs to one already, that one is
   * answered and nothing is written: also when the first answer was lost. Does not look for companies of the same name. A
   * missing customer is a `CrmGoneError`, no name a `CrmRejectedError`.
   */
  create(customerId: string, company: Omit<CrmCompany, 'id'>): Promise<CrmCompany>

  /** Gives a company another name; returns it as kept. A missing one is a `CrmGoneError`. */
  rename(id: string, name: string): Promise<CrmCompany>
}

/** Deals on the records of customers. A connection that may not use them: each of its methods throws `CrmNotAllowedError`. */
export interface CrmDeals {
  /** As the company has them now, in its order, without archived ones. */
  pipelines(): Promise<CrmPipeline[]>

  /**
   * The deal of this id; a missing one is `null`. One that was merged into another there is answered by that one, and a lead that
   * was made a deal there by that deal, whose id it then is; made something else, it stays as it was.
   */
  get(id: string): Promise<CrmDeal | null>

  /**
   * Which of at most 100 ids were merged into others. For systems that tell it for a while only: those that answer by the old id for
   * ever leave it out, and whoever writes to it finds out then. None, and missing ones, are an empty list.
   */
  merged?(ids: readonly string[]): Promise<string[]>

  /**
   * Makes a deal on the record of a customer and returns it as kept. `key` is kept with it: asked again with the same one, it
   * answers the deal of the first time as kept by now, and writes nothing, also when the first answer was lost. A missing
   * customer is a `CrmGoneError`, a missing pipeline or stage a `CrmStageGoneError`; where the company's system lacks the place
   * for a key, and may not be given one, `CrmNotSupportedError`. Nothing has been written then.
   */
  create(customerId: string, deal: NewCrmDeal, key: string): Promise<CrmDeal>

  /**
   * Writes what is named and leaves the rest alone; returns the deal as kept. A missing deal is a `CrmGoneError`, a missing
   * stage a `CrmStageGoneError`, somebody who may own nothing a `CrmRejectedError`. Nothing is written, and the deal is answered as
   * `get` answers it, where it was merged into another there (which may be that of another request), where its lead was made something
   * else, or where a pipeline of the other kind is named: what is a lead, and what a deal, is the company's to say there.
   */
  update(id: string, changes: Partial<NewCrmDeal>): Promise<CrmDeal>
}
