import { identityRoutes } from '#app/identity/routes'

identityRoutes()
