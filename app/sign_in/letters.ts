import { appUrl } from '#config/app'
import { MASK, type Letter } from '#app/platform/sending/letter'
import type { IdentityLinkKind } from '#app/sign_in/identity_link'

type Facts = Record<string, string | null>
/** `null`: nobody here has this address. What strangers type is never repeated to them. */
type Addressee = { id: string | null; name: string | null }
type Written = {
  letter: Letter
  /** `identityId`: for somebody who does not have the address of the letter yet. */
  link?: { kind: IdentityLinkKind; subjectId?: string | null; identityId?: string | null }
  /** The mask in the letter stands for this code. */
  codeId?: string
}

const addressOf = (path: string) => `${appUrl}/${path}/${MASK}`
const NOT_YOU = 'If that was not you, sign out everywhere on your devices page and choose another password.'

/** What a person is told about their login. A letter that needs one is not written to an address without. */
export const LETTERS = {
  sign_in_link: ({ name }: Addressee): Written => ({
    letter: {
      subject: 'Your link to sign in',
      greeting: `Hello ${name},`,
      paragraphs: [
        'Open this link on the device on which you want to sign in. It works for 30 minutes, and once.',
        'If you did not ask for it, there is nothing to do: nobody can sign in without it.',
      ],
      action: { label: 'Sign in', url: addressOf('sign_in_links') },
    },
    link: { kind: 'sign_in' },
  }),

  password_reset: ({ name }: Addressee): Written => ({
    letter: {
      subject: 'Choose a new password',
      greeting: `Hello ${name},`,
      paragraphs: [
        'Somebody, probably you, wants a new password for your login. The link works for one hour, and once.',
        'If you did not ask for it, there is nothing to do: your password stays as it is.',
      ],
      action: { label: 'Choose a password', url: addressOf('password_resets') },
    },
    link: { kind: 'password_reset' },
  }),

  password_changed: ({ name }: Addressee): Written => ({
    letter: {
      subject: 'Your password was changed',
      greeting: `Hello ${name},`,
      paragraphs: [
        'Your password was changed, and every other device was signed out.',
        'If that was not you, choose a new one now with “Forgot password?” on the sign-in page.',
      ],
      action: { label: 'Go to sign-in', url: `${appUrl}/login` },
    },
  }),

  two_factor_changed: ({ name }: Addressee, { state }: Facts): Written => ({
    letter: {
      subject: `Two-factor sign-in was turned ${state}`,
      greeting: `Hello ${name},`,
      paragraphs: [
        state === 'on'
          ? 'From now on your login asks for a code of your authenticator app as well. Keep the recovery codes in a safe place.'
          : 'Your login no longer asks for a code of your authenticator app.',
        NOT_YOU,
      ],
      action: { label: 'See your sign-in settings', url: `${appUrl}/account/sign_in` },
    },
  }),

  registration: ({ name }: Addressee, { slug, registrationId }: Facts): Written => ({
    letter: {
      subject: name ? 'You have a login already' : 'Open your company',
      greeting: name ? `Hello ${name},` : 'Hello,',
      paragraphs: [
        'Somebody, probably you, wants to open a company here with this e-mail address. The link works for 24 hours, and once.',
        ...(name
          ? [
              'You have a login with this address. The company is opened for that login, and you sign in as you always do: the password that was typed into the form is not used.',
            ]
          : []),
        'If that was not you, there is nothing to do: without the link no company is opened.',
      ],
      facts: [['Address of the company', `${appUrl}/c/${slug}`]],
      action: {
        label: name ? 'Open the company for my login' : 'Open the company',
        url: addressOf('registrations'),
      },
    },
    link: { kind: 'registration', subjectId: registrationId },
  }),

  confirmation_code: ({ name }: Addressee, { codeId }: Facts): Written => ({
    letter: {
      subject: 'Your code',
      greeting: `Hello ${name},`,
      paragraphs: [
        'Type this code where Latchkey asks whether it is you. It works for ten minutes, and once.',
        'If you are not asked for one, somebody else is signed in as you: sign out everywhere on your devices page.',
      ],
      facts: [['Code', MASK]],
    },
    codeId: codeId!,
  }),

  email_approval: ({ name }: Addressee, { newEmail, changeId }: Facts): Written => ({
    letter: {
      subject: 'Is your address to change?',
      greeting: `Hello ${name},`,
      paragraphs: [
        'Somebody who is signed in as you, probably you, wants another address for your login. Open the link to agree or to refuse. It works for 24 hours, and once.',
        'Nothing changes unless you agree. If that was not you, refuse it: you then choose a new password.',
      ],
      facts: [['New address', `${newEmail}`]],
      action: { label: 'Agree or refuse', url: addressOf('email_approvals') },
    },
    link: { kind: 'email_approval', subjectId: changeId },
  }),

  email_proof: ({ id }: Addressee, { changeId, identityId }: Facts): Written =>
    id === null
      ? {
          letter: {
            subject: 'Confirm your address',
            greeting: 'Hello,',
            paragraphs: [
              'Somebody, probably you, wants to sign in to Latchkey with this address from now on. Open the link to confirm it. It works for 24 hours, and once.',
              'If that was not you, there is nothing to do.',
            ],
            action: { label: 'Confirm the address', url: addressOf('email_proofs') },
          },
          link: { kind: 'email_proof', subjectId: changeId, identityId },
        }
      : {
          letter: {
            subject: 'Your address has a login already',
            greeting: 'Hello,',
            paragraphs: [
              'Somebody wants to use this address for another login. That cannot be: it has one already, which stays as it is.',
              'If that was you, sign in with the login that you have here.',
            ],
            action: { label: 'Go to sign-in', url: `${appUrl}/login` },
          },
        },

  email_changed: ({ name }: Addressee, { before, after }: Facts): Written => ({
    letter: {
      subject: 'The address of your login was changed',
      greeting: name ? `Hello ${name},` : 'Hello,',
      paragraphs: [
        'Both addresses agreed. Your password stays as it is, and every device but the one that asked was signed out.',
      ],
      facts: [
        ['Before', `${before}`],
        ['Now', `${after}`],
      ],
    },
  }),

  new_device: ({ name }: Addressee, { browser, system, ip }: Facts): Written => ({
    letter: {
      subject: `New sign-in: ${browser} on ${system}`,
      greeting: `Hello ${name},`,
      paragraphs: ['Somebody signed in to your login on a device that was not used before.', NOT_YOU],
      facts: [
        ['Device', `${browser} on ${system}`],
        ['Address', `${ip}`],
      ],
      action: { label: 'See your devices', url: `${appUrl}/account/devices` },
    },
  }),

  super_user_granted: ({ name }: Addressee, { by, hasPassword }: Facts): Written => ({
    letter: {
      subject: 'You may open the console',
      greeting: `Hello ${name},`,
      paragraphs: [
        `From now on you are a super user of this installation, by ${by}: you open companies, help their people, and see how the product runs.`,
        hasPassword === 'yes'
          ? 'Sign in as you always do.'
          : 'Choose a password first. The link works for one hour, and once; “Forgot password?” on the sign-in page sends you another.',
      ],
      action:
        hasPassword === 'yes'
          ? { label: 'Open the console', url: `${appUrl}/console` }
          : { label: 'Choose a password', url: addressOf('password_resets') },
    },
    ...(hasPassword !== 'yes' && { link: { kind: 'password_reset' } }),
  }),

  super_user_revoked: ({ name }: Addressee, { by }: Facts): Written => ({
    letter: {
      subject: 'You can no longer open the console',
      greeting: `Hello ${name},`,
      paragraphs: [
        `You are no super user of this installation any more, by ${by}. Your login and your companies stay as they are.`,
      ],
    },
  }),

  social_account_connected: ({ name }: Addressee, { provider }: Facts): Written => ({
    letter: {
      subject: `${provider} now signs you in`,
      greeting: `Hello ${name},`,
      paragraphs: [
        `An account at ${provider} was connected with your login: whoever opens it can sign in as you.`,
        'If that was not you, disconnect it in your sign-in settings, and sign out everywhere on your devices page.',
      ],
      action: { label: 'See your sign-in settings', url: `${appUrl}/account/sign_in` },
    },
  }),
}

/** Letters that are also written to an address without a login. */
export const FOR_ANYBODY: LetterKind[] = ['registration', 'email_proof', 'email_changed']

export type LetterKind = keyof typeof LETTERS
