import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'
import { forBrowsers } from '#app/platform/http/for_browsers'

server.errorHandler(() => import('#app/platform/http/exception_handler'))

server.use([
  () => import('#app/platform/http/tracing_middleware'),
  () => import('#app/platform/http/access_log_middleware'),
  () => import('#app/platform/http/request_context_middleware'),
  () => import('#app/platform/http/guarded_answer_middleware'),
  () => import('#app/platform/http/health_middleware'),
  () => import('#app/operations/metrics_middleware'),
  () => import('@adonisjs/cors/cors_middleware'),
  forBrowsers(() => import('#app/platform/http/static_middleware')),
  forBrowsers(() => import('@adonisjs/vite/vite_middleware')),
  forBrowsers(() => import('#app/identity/inertia_middleware')),
])

router.use([
  () => import('#app/platform/http/private_answer_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('#app/platform/http/printable_middleware'),
  forBrowsers(() => import('#app/platform/http/session_middleware')),
  forBrowsers(() => import('#app/platform/http/shield_middleware')),
  forBrowsers(() => import('@adonisjs/auth/initialize_auth_middleware')),
  forBrowsers(() => import('#app/sign_in/presence_middleware')),
])

export const middleware = router.named({
  registration: () => import('#app/registrations/registration_middleware'),
  guest: () => import('#app/sign_in/guest_middleware'),
  auth: () => import('#app/identity/auth_middleware'),
  confirmed: () => import('#app/sign_in/confirmed_middleware'),
  tenant: () => import('#app/identity/tenant_middleware'),
  api: () => import('#app/api/api_middleware'),
  scim: () => import('#app/single_sign_on/scim_middleware'),
  superUser: () => import('#app/identity/super_user_middleware'),
  publicPage: () => import('#app/platform/http/public_page_middleware'),
  requestLink: () => import('#app/requests/request_link_middleware'),
  unsubscribeLink: () => import('#app/notification_preferences/unsubscribe_link_middleware'),
})
