import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function fieldRoutes() {
  const { field } = controllers
  router
    .group(() => {
      router.get('/', [field.Home, 'index'])
      router.get('customers', [field.Customers, 'index'])
      router.get('customers/new', [field.Customers, 'create'])
      router.post('customers', [field.Customers, 'store'])
      router.get('customers/:id', [field.Customers, 'show'])
      router.post('submissions', [field.Submissions, 'store'])
      router.get('bindings/new', [field.Bindings, 'create'])
      router.post('bindings', [field.Bindings, 'store'])
      router.get('bindings/:id', [field.Bindings, 'show'])
      router.delete('bindings/:id', [field.Bindings, 'destroy'])
    })
    .prefix('field')
    .where('id', router.matchers.uuid())
    .as('field')
    .use(middleware.tenant())
}
