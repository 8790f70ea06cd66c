import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function signInRoutes() {
  const { signIn } = controllers

  router
    .group(() => {
      const ofCompany = middleware.auth({ reach: 'company' })
      router.get('login', [signIn.Sessions, 'create']).use(middleware.guest())
      router.post('login', [signIn.Sessions, 'store']).use(middleware.guest())
      router.delete('session', [signIn.Sessions, 'destroy']).use(ofCompany)
      router.get('login/link', [signIn.SignInLinks, 'create']).use(middleware.guest())
      router.post('login/link', [signIn.SignInLinks, 'store']).use(middleware.guest())
      router.get('sign_in_links/:secret', [signIn.LinkSignIns, 'create'])
      router.post('sign_in_links/:secret', [signIn.LinkSignIns, 'store'])
      router.get('password/forgotten', [signIn.ForgottenPasswords, 'create']).use(middleware.guest())
      router.post('password/forgotten', [signIn.ForgottenPasswords, 'store']).use(middleware.guest())
      router.get('password_resets/:secret', [signIn.PasswordResets, 'create'])
      router.post('password_resets/:secret', [signIn.PasswordResets, 'store'])
      router.get('email_approvals/:secret', [signIn.EmailApprovals, 'create'])
      router.post('email_approvals/:secret', [signIn.EmailApprovals, 'store'])
      router.delete('email_approvals/:secret', [signIn.EmailApprovals, 'destroy'])
      router.get('email_proofs/:secret', [signIn.EmailProofs, 'create'])
      router.post('email_proofs/:secret', [signIn.EmailProofs, 'store'])
      router.get('email_agreement', [signIn.EmailAgreements, 'show'])
      router.get('confirmation', [signIn.Confirmations, 'create']).use(ofCompany)
      router.post('confirmation', [signIn.Confirmations, 'store']).use(ofCompany)
      router.post('confirmation/mail', [signIn.MailedConfirmations, 'store']).use(ofCompany)
      router.put('confirmation/mail', [signIn.MailedConfirmations, 'update']).use(ofCompany)
    })
    .as('sign_in')

  router
    .group(() => {
      router.get('profile', [signIn.Profiles, 'edit'])
      router.put('profile', [signIn.Profiles, 'update'])
      router.get('sign_in', [signIn.Credentials, 'show'])
      router.put('sign_in', [signIn.Credentials, 'update']).use(middleware.confirmed())
      router.post('email', [signIn.EmailChanges, 'store']).use(middleware.confirmed())
      router.delete('email', [signIn.EmailChanges, 'destroy'])
      router.put('password', [signIn.Passwords, 'update']).use(middleware.confirmed())
      router.get('devices', [signIn.Devices, 'index'])
      router.delete('devices/:id', [signIn.Devices, 'destroy']).where('id', router.matchers.uuid())
      router.delete('sessions', [signIn.OtherSessions, 'destroy']).use(middleware.confirmed())
    })
    .prefix('account')
    .as('sign_in')
    .use(middleware.auth())
}
