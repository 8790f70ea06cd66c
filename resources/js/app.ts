import '../css/app.css'
import ui from '@nuxt/ui/vue-plugin'
import { createInertiaApp, router } from '@inertiajs/vue3'
import { TuyauProvider } from '@adonisjs/inertia/vue'
import { createApp, h, type DefineComponent } from 'vue'
import { resolvePageComponent } from '@adonisjs/inertia/helpers'
import { client } from '~/client'
import { tellFieldWorker } from '~/field_screens'
import AccountLayout from '~/layouts/account_layout.vue'
import AuthLayout from '~/layouts/auth_layout.vue'
import CompanyLayout from '~/layouts/company_layout.vue'
import ConsoleLayout from '~/layouts/console_layout.vue'
import FieldLayout from '~/layouts/field_layout.vue'

/** The layout of a page, by the start of its name; the company's desk is the rule. */
const LAYOUTS: [string, unknown][] = [
  ['console/', ConsoleLayout],
  ['impersonations/impersonations/', ConsoleLayout],
  ['audit/operator_entries/', ConsoleLayout],
  ['field/', FieldLayout],
  ['errors/', AuthLayout],
  ['sign_in/profiles/', AccountLayout],
  ['sign_in/credentials/', AccountLayout],
  ['sign_in/devices/', AccountLayout],
  ['sign_in/', AuthLayout],
  ['two_factor/set_ups/', AccountLayout],
  ['two_factor/challenges/', AuthLayout],
  ['single_sign_on/break_glasses/', AuthLayout],
  ['single_sign_on/confirmations/', AuthLayout],
  ['social_accounts/', AuthLayout],
  ['registrations/', AuthLayout],
  ['identity/acceptances/', AuthLayout],
  ['identity/companies/', AuthLayout],
]
const layoutOf = (name: string) =>
  (LAYOUTS.find(([start]) => name.startsWith(start))?.[1] ?? CompanyLayout) as DefineComponent

router.on('navigate', ({ detail }) => void tellFieldWorker(detail.page))

createInertiaApp({
  title: (title) => (title ? `${title} · Latchkey` : 'Latchkey'),
  resolve: (name) =>
    resolvePageComponent(
      `./pages/${name}.vue`,
      import.meta.glob<DefineComponent>('./pages/**/*.vue'),
      layoutOf(name)
    ),
  setup({ el, App, props, plugin }) {
    createApp({ render: () => h(TuyauProvider, { client }, { default: () => h(App, props) }) })
      .use(plugin)
      .use(ui)
      .mount(el)
  },
  progress: { color: 'var(--ui-primary)' },
})
