import vine from '@vinejs/vine'
import { STANDARD_ROLES } from '#app/access/standard_roles'
import { emailAddress } from '#app/identity/user_validator'

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/
const CLAIM = /^[\w:/.-]+$/
const word = () => vine.string().trim().minLength(1).maxLength(200)
const claim = () => vine.string().trim().maxLength(200).regex(CLAIM)

export const doorValidator = vine.create({ email: emailAddress() })

const roleMapping = () => ({
  roleClaim: claim().nullable(),
  roleMap: vine
    .array(
      vine.object({
        value: word(),
        role: vine.enum(STANDARD_ROLES),
        roleId: vine.string().uuid().nullable().optional(),
      })
    )
    .maxLength(50),
  defaultRole: vine.enum(STANDARD_ROLES).nullable(),
  defaultRoleId: vine.string().uuid().nullable().optional(),
})

export const rolePreviewValidator = vine.create({
  ...roleMapping(),
  claims: vine.string().trim().maxLength(20_000),
})

export const connectionValidator = vine.create({
  issuer: vine
    .string()
    .trim()
    .maxLength(500)
    .url({
      protocols: ['https', 'http'],
      require_protocol: true,
      require_tld: false,
      allow_fragments: false,
    }),
  clientId: word(),
  clientSecret: vine.string().trim().maxLength(500).nullable().optional(),
  scopes: vine
    .string()
    .trim()
    .maxLength(300)
    .regex(/(?<!\S)openid(?!\S)/),
  emailClaim: claim(),
  nameClaim: claim(),
  ...roleMapping(),
  provisionsUsers: vine.boolean(),
  decidesRoles: vine.boolean(),
  trustsEmail: vine.boolean(),
  isEnabled: vine.boolean(),
  apiAudience: vine.string().trim().maxLength(300).notSameAs('clientId').nullable(),
  apiClients: vine.array(word()).maxLength(20),
})

export const domainValidator = vine.create({
  domain: vine.string().trim().toLowerCase().regex(DOMAIN),
})

export const enforcementValidator = vine.create({
  breakGlassUserIds: vine.array(vine.string().uuid()).minLength(1).maxLength(20),
})

export const scimTokenValidator = vine.create({ name: vine.string().trim().minLength(1).maxLength(80) })

export const logoutValidator = vine.create({ logout_token: vine.string().maxLength(20_000) })

export const breakGlassValidator = vine.create({
  reason: vine.string().trim().minLength(5).maxLength(300),
  code: vine.string().trim().maxLength(40).optional(),
})
