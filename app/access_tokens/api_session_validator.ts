import vine from '@vinejs/vine'

export const apiSessionValidator = vine.create({
  email: vine.string().trim().toLowerCase().email().maxLength(254),
  password: vine.string().maxLength(200),
  /** The code of the authenticator app, where the person has two-factor sign-in. */
  code: vine.string().trim().maxLength(40).optional(),
  /** The address of the company, for somebody who works for several. */
  company: vine.string().trim().toLowerCase().maxLength(40).optional(),
})

export const renewalValidator = vine.create({ refreshToken: vine.string().maxLength(100) })
