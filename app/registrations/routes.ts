import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { SlugTakenError } from '#app/tenancy/errors'
import { TooManyMailsError, UnsuitablePasswordError } from '#app/sign_in/errors'
import { RegistrationClosedError } from '#app/registrations/errors'

export function registrationRoutes() {
  const { registrations } = controllers

  router
    .group(() => {
      router.get('register', [registrations.Registrations, 'create']).use(middleware.guest())
      router.post('register', [registrations.Registrations, 'store']).use(middleware.guest())
      router.get('registrations/:secret', [registrations.Openings, 'create'])
      router.post('registrations/:secret', [registrations.Openings, 'store'])
    })
    .as('registrations')
    .use(middleware.registration())

  router
    .post('api/auth/register', [registrations.ApiRegistrations, 'store'])
    .use([
      middleware.api({
        id: 'register',
        does: 'Register a company',
        about:
          'Where the installation allows it. The company opens when the link that is mailed to the address has been used. The answer is the same whether or not the address is known.',
        scope: 'open',
        status: 202,
        refuses: [RegistrationClosedError, SlugTakenError, UnsuitablePasswordError, TooManyMailsError],
      }),
      middleware.registration(),
    ])
    .as('api.registrations.api_registrations.store')
}
