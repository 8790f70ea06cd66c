import { ScimError } from '#app/single_sign_on/scim_error'
import { objectIn, partsOfPath, textIn, wordsIn } from '#app/single_sign_on/scim_values'
import type User from '#app/identity/user'

type Fields = {
  userName: string | null
  externalId: string | null
  displayName: string | null
  givenName: string | null
  familyName: string | null
  email: string | null
  phone: string | null
  isActive: boolean
  roles: string[]
}
type Write = (draft: ScimDraft, value: unknown) => void

/** What a directory says of a person, read from its own spellings: whole resources, and operations on parts of them. */
export default class ScimDraft {
  fields: Fields

  private constructor(fields: Partial<Fields> = {}) {
    this.fields = {
      userName: null,
      externalId: null,
      displayName: null,
      givenName: null,
      familyName: null,
      email: null,
      phone: null,
      isActive: true,
      roles: [],
      ...fields,
    }
  }

  static of({ directoryName, email, externalId, name, phone, isActive }: User) {
    return new ScimDraft({
      userName: directoryName ?? email,
      externalId,
      ...partsOf(name),
      email,
      phone,
      isActive,
    })
  }

  /** Attributes that are left out are unassigned, but nobody is let in or out by leaving something out. */
  static from(body: unknown, isActive = true) {
    const draft = new ScimDraft({ isActive })
    for (const [path, value] of Object.entries(objectIn(body))) draft.write(path, value)
    return draft
  }

  get name() {
    const { displayName, givenName, familyName, email, userName } = this.fields
    const whole = [givenName, familyName].filter(Boolean).join(' ')
    return (displayName ?? (whole || (email ?? userName ?? ''))).slice(0, 120)
  }

  /** Attributes that the product does not keep are passed over, as RFC 7643 lets them be. */
  write(path: string, value: unknown) {
    const { attribute, sub } = partsOfPath(path)
    if (attribute) WRITERS.get(sub ? `${attribute}.${sub}` : attribute)?.(this, value)
  }

  clear(path: string) {
    this.write(path, null)
  }
}

const WRITERS = new Map<string, Write>(
  Object.entries({
    username: ({ fields }, value) => (fields.userName = textIn(value, 'userName')),
    externalid: ({ fields }, value) => (fields.externalId = textIn(value, 'externalId')),
    active: ({ fields }, value) => (fields.isActive = truthIn(value)),
    displayname: ({ fields }, value) => (fields.displayName = textIn(value, 'displayName')),
    name: (draft, value) => {
      for (const [sub, part] of Object.entries(value === null ? {} : objectIn(value)))
        draft.write(`name.${sub}`, part)
    },
    'name.formatted': ({ fields }, value) => (fields.displayName ??= textIn(value, 'name.formatted')),
    'name.givenname': ({ fields }, value) =>
      Object.assign(fields, { givenName: textIn(value, 'name.givenName'), displayName: null }),
    'name.familyname': ({ fields }, value) =>
      Object.assign(fields, { familyName: textIn(value, 'name.familyName'), displayName: null }),
    emails: ({ fields }, value) => (fields.email = textIn(primaryOf(value), 'emails')),
    'emails.value': ({ fields }, value) => (fields.email = textIn(value, 'emails')),
    phonenumbers: ({ fields }, value) => (fields.phone = textIn(primaryOf(value), 'phoneNumbers')),
    'phonenumbers.value': ({ fields }, value) => (fields.phone = textIn(value, 'phoneNumbers')),
    roles: ({ fields }, value) => (fields.roles = wordsIn(value)),
    'roles.value': ({ fields }, value) => (fields.roles = wordsIn(value)),
  } satisfies Record<string, Write>)
)

function partsOf(name: string) {
  const words = name.split(' ')
  const familyName = words.length > 1 ? words.at(-1)! : null
  return { displayName: name, givenName: words.slice(0, familyName ? -1 : 1).join(' '), familyName }
}

// Entra ID writes booleans as words, with a capital.
function truthIn(value: unknown) {
  const word = String(value).toLowerCase()
  if (word !== 'true' && word !== 'false')
    throw new ScimError('active must be true or false.', 'invalidValue')
  return word === 'true'
}

function primaryOf(value: unknown) {
  const list = [value ?? []].flat().map((one) => (typeof one === 'string' ? { value: one } : objectIn(one)))
  return (list.find(({ primary }) => truth(primary)) ?? list.find(({ type }) => type === 'work') ?? list[0])
    ?.value
}

const truth = (value: unknown) => String(value).toLowerCase() === 'true'
