import '../css/app.css'
import ui from '@nuxt/ui/vue-plugin'
import { createInertiaApp } from '@inertiajs/vue3'
import { TuyauProvider } from '@adonisjs/inertia/vue'
import { createApp, h, type DefineComponent } from 'vue'
import { resolvePageComponent } from '@adonisjs/inertia/helpers'
import { client } from '~/client'
import CompanyLayout from '~/layouts/company_layout.vue'

createInertiaApp({
  title: (title) => (title ? `${title} · Latchkey` : 'Latchkey'),
  resolve: (name) =>
    resolvePageComponent(
      `./pages/${name}.vue`,
      import.meta.glob<DefineComponent>('./pages/**/*.vue'),
      CompanyLayout
    ),
  setup({ el, App, props, plugin }) {
    createApp({ render: () => h(TuyauProvider, { client }, { default: () => h(App, props) }) })
      .use(plugin)
      .use(ui)
      .mount(el)
  },
  progress: { color: 'var(--ui-primary)' },
})
