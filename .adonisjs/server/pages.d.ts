import '@adonisjs/inertia/types'

import type { VNodeProps, AllowedComponentProps, ComponentInstance } from 'vue'

type ExtractProps<T> = Omit<
  ComponentInstance<T>['$props'],
  keyof VNodeProps | keyof AllowedComponentProps
>

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'access_tokens/access_tokens/index': ExtractProps<(typeof import('../../resources/js/pages/access_tokens/access_tokens/index.vue'))['default']>
    'access_tokens/service_tokens/index': ExtractProps<(typeof import('../../resources/js/pages/access_tokens/service_tokens/index.vue'))['default']>
    'access/permissions/show': ExtractProps<(typeof import('../../resources/js/pages/access/permissions/show.vue'))['default']>
    'access/roles/create': ExtractProps<(typeof import('../../resources/js/pages/access/roles/create.vue'))['default']>
    'access/roles/edit': ExtractProps<(typeof import('../../resources/js/pages/access/roles/edit.vue'))['default']>
    'access/roles/index': ExtractProps<(typeof import('../../resources/js/pages/access/roles/index.vue'))['default']>
    'access/teams/index': ExtractProps<(typeof import('../../resources/js/pages/access/teams/index.vue'))['default']>
    'access/viewers/show': ExtractProps<(typeof import('../../resources/js/pages/access/viewers/show.vue'))['default']>
    'audit/entries/index': ExtractProps<(typeof import('../../resources/js/pages/audit/entries/index.vue'))['default']>
    'bookings/calendars/edit': ExtractProps<(typeof import('../../resources/js/pages/bookings/calendars/edit.vue'))['default']>
    'canned_replies/canned_replies/index': ExtractProps<(typeof import('../../resources/js/pages/canned_replies/canned_replies/index.vue'))['default']>
    'console/companies/create': ExtractProps<(typeof import('../../resources/js/pages/console/companies/create.vue'))['default']>
    'console/companies/edit': ExtractProps<(typeof import('../../resources/js/pages/console/companies/edit.vue'))['default']>
    'console/companies/index': ExtractProps<(typeof import('../../resources/js/pages/console/companies/index.vue'))['default']>
    'console/companies/show': ExtractProps<(typeof import('../../resources/js/pages/console/companies/show.vue'))['default']>
    'console/deliveries/index': ExtractProps<(typeof import('../../resources/js/pages/console/deliveries/index.vue'))['default']>
    'console/deliveries/show': ExtractProps<(typeof import('../../resources/js/pages/console/deliveries/show.vue'))['default']>
    'console/identity_mails/index': ExtractProps<(typeof import('../../resources/js/pages/console/identity_mails/index.vue'))['default']>
    'console/impersonations/create': ExtractProps<(typeof import('../../resources/js/pages/console/impersonations/create.vue'))['default']>
    'console/operator_entries/index': ExtractProps<(typeof import('../../resources/js/pages/console/operator_entries/index.vue'))['default']>
    'console/providers/index': ExtractProps<(typeof import('../../resources/js/pages/console/providers/index.vue'))['default']>
    'console/queues/index': ExtractProps<(typeof import('../../resources/js/pages/console/queues/index.vue'))['default']>
    'console/queues/show': ExtractProps<(typeof import('../../resources/js/pages/console/queues/show.vue'))['default']>
    'console/super_users/index': ExtractProps<(typeof import('../../resources/js/pages/console/super_users/index.vue'))['default']>
    'console/timers/index': ExtractProps<(typeof import('../../resources/js/pages/console/timers/index.vue'))['default']>
    'crm_connections/conflicts/index': ExtractProps<(typeof import('../../resources/js/pages/crm_connections/conflicts/index.vue'))['default']>
    'crm_connections/connections/edit': ExtractProps<(typeof import('../../resources/js/pages/crm_connections/connections/edit.vue'))['default']>
    'crm_connections/fields/edit': ExtractProps<(typeof import('../../resources/js/pages/crm_connections/fields/edit.vue'))['default']>
    'crm_connections/newcomers/index': ExtractProps<(typeof import('../../resources/js/pages/crm_connections/newcomers/index.vue'))['default']>
    'crm_connections/syncs/show': ExtractProps<(typeof import('../../resources/js/pages/crm_connections/syncs/show.vue'))['default']>
    'crm_deals/plans/edit': ExtractProps<(typeof import('../../resources/js/pages/crm_deals/plans/edit.vue'))['default']>
    'customer_merges/customer_merges/create': ExtractProps<(typeof import('../../resources/js/pages/customer_merges/customer_merges/create.vue'))['default']>
    'customers/customers/create': ExtractProps<(typeof import('../../resources/js/pages/customers/customers/create.vue'))['default']>
    'customers/customers/edit': ExtractProps<(typeof import('../../resources/js/pages/customers/customers/edit.vue'))['default']>
    'customers/customers/index': ExtractProps<(typeof import('../../resources/js/pages/customers/customers/index.vue'))['default']>
    'customers/customers/show': ExtractProps<(typeof import('../../resources/js/pages/customers/customers/show.vue'))['default']>
    'customers/imports/create': ExtractProps<(typeof import('../../resources/js/pages/customers/imports/create.vue'))['default']>
    'dashboards/dashboards/show': ExtractProps<(typeof import('../../resources/js/pages/dashboards/dashboards/show.vue'))['default']>
    'deliveries/blocked_addresses/index': ExtractProps<(typeof import('../../resources/js/pages/deliveries/blocked_addresses/index.vue'))['default']>
    'deliveries/deliveries/index': ExtractProps<(typeof import('../../resources/js/pages/deliveries/deliveries/index.vue'))['default']>
    'deliveries/deliveries/show': ExtractProps<(typeof import('../../resources/js/pages/deliveries/deliveries/show.vue'))['default']>
    'errors/show': ExtractProps<(typeof import('../../resources/js/pages/errors/show.vue'))['default']>
    'field/bindings/create': ExtractProps<(typeof import('../../resources/js/pages/field/bindings/create.vue'))['default']>
    'field/bindings/show': ExtractProps<(typeof import('../../resources/js/pages/field/bindings/show.vue'))['default']>
    'field/customers/create': ExtractProps<(typeof import('../../resources/js/pages/field/customers/create.vue'))['default']>
    'field/customers/index': ExtractProps<(typeof import('../../resources/js/pages/field/customers/index.vue'))['default']>
    'field/customers/show': ExtractProps<(typeof import('../../resources/js/pages/field/customers/show.vue'))['default']>
    'field/home/index': ExtractProps<(typeof import('../../resources/js/pages/field/home/index.vue'))['default']>
    'identity/acceptances/create': ExtractProps<(typeof import('../../resources/js/pages/identity/acceptances/create.vue'))['default']>
    'identity/companies/index': ExtractProps<(typeof import('../../resources/js/pages/identity/companies/index.vue'))['default']>
    'identity/users/index': ExtractProps<(typeof import('../../resources/js/pages/identity/users/index.vue'))['default']>
    'impersonations/support_accesses/edit': ExtractProps<(typeof import('../../resources/js/pages/impersonations/support_accesses/edit.vue'))['default']>
    'integrations/integrations/index': ExtractProps<(typeof import('../../resources/js/pages/integrations/integrations/index.vue'))['default']>
    'lead_flows/comparisons/show': ExtractProps<(typeof import('../../resources/js/pages/lead_flows/comparisons/show.vue'))['default']>
    'lead_flows/lead_flows/edit': ExtractProps<(typeof import('../../resources/js/pages/lead_flows/lead_flows/edit.vue'))['default']>
    'lead_flows/lead_flows/index': ExtractProps<(typeof import('../../resources/js/pages/lead_flows/lead_flows/index.vue'))['default']>
    'lead_flows/versions/index': ExtractProps<(typeof import('../../resources/js/pages/lead_flows/versions/index.vue'))['default']>
    'lead_flows/ways/edit': ExtractProps<(typeof import('../../resources/js/pages/lead_flows/ways/edit.vue'))['default']>
    'leads/leads/index': ExtractProps<(typeof import('../../resources/js/pages/leads/leads/index.vue'))['default']>
    'leads/leads/show': ExtractProps<(typeof import('../../resources/js/pages/leads/leads/show.vue'))['default']>
    'message_templates/templates/edit': ExtractProps<(typeof import('../../resources/js/pages/message_templates/templates/edit.vue'))['default']>
    'message_templates/templates/index': ExtractProps<(typeof import('../../resources/js/pages/message_templates/templates/index.vue'))['default']>
    'messages/conversations/index': ExtractProps<(typeof import('../../resources/js/pages/messages/conversations/index.vue'))['default']>
    'notification_preferences/preferences/edit': ExtractProps<(typeof import('../../resources/js/pages/notification_preferences/preferences/edit.vue'))['default']>
    'notification_preferences/rules/edit': ExtractProps<(typeof import('../../resources/js/pages/notification_preferences/rules/edit.vue'))['default']>
    'notifications/notifications/index': ExtractProps<(typeof import('../../resources/js/pages/notifications/notifications/index.vue'))['default']>
    'operations/unfinished/index': ExtractProps<(typeof import('../../resources/js/pages/operations/unfinished/index.vue'))['default']>
    'orders/orders/index': ExtractProps<(typeof import('../../resources/js/pages/orders/orders/index.vue'))['default']>
    'orders/orders/show': ExtractProps<(typeof import('../../resources/js/pages/orders/orders/show.vue'))['default']>
    'qr_codes/assignments/create': ExtractProps<(typeof import('../../resources/js/pages/qr_codes/assignments/create.vue'))['default']>
    'qr_codes/bulk_bindings/create': ExtractProps<(typeof import('../../resources/js/pages/qr_codes/bulk_bindings/create.vue'))['default']>
    'qr_codes/label_sheets/create': ExtractProps<(typeof import('../../resources/js/pages/qr_codes/label_sheets/create.vue'))['default']>
    'qr_codes/label_sheets/edit': ExtractProps<(typeof import('../../resources/js/pages/qr_codes/label_sheets/edit.vue'))['default']>
    'qr_codes/label_sheets/index': ExtractProps<(typeof import('../../resources/js/pages/qr_codes/label_sheets/index.vue'))['default']>
    'qr_codes/qr_batches/create': ExtractProps<(typeof import('../../resources/js/pages/qr_codes/qr_batches/create.vue'))['default']>
    'qr_codes/qr_batches/index': ExtractProps<(typeof import('../../resources/js/pages/qr_codes/qr_batches/index.vue'))['default']>
    'qr_codes/qr_batches/show': ExtractProps<(typeof import('../../resources/js/pages/qr_codes/qr_batches/show.vue'))['default']>
    'qr_codes/qr_codes/show': ExtractProps<(typeof import('../../resources/js/pages/qr_codes/qr_codes/show.vue'))['default']>
    'qr_codes/qr_printings/index': ExtractProps<(typeof import('../../resources/js/pages/qr_codes/qr_printings/index.vue'))['default']>
    'qr_codes/stocks/show': ExtractProps<(typeof import('../../resources/js/pages/qr_codes/stocks/show.vue'))['default']>
    'registrations/openings/create': ExtractProps<(typeof import('../../resources/js/pages/registrations/openings/create.vue'))['default']>
    'registrations/registrations/create': ExtractProps<(typeof import('../../resources/js/pages/registrations/registrations/create.vue'))['default']>
    'retention/retentions/edit': ExtractProps<(typeof import('../../resources/js/pages/retention/retentions/edit.vue'))['default']>
    'scans/scans/index': ExtractProps<(typeof import('../../resources/js/pages/scans/scans/index.vue'))['default']>
    'scans/unscanned_codes/index': ExtractProps<(typeof import('../../resources/js/pages/scans/unscanned_codes/index.vue'))['default']>
    'scans/walks/index': ExtractProps<(typeof import('../../resources/js/pages/scans/walks/index.vue'))['default']>
    'scans/walks/show': ExtractProps<(typeof import('../../resources/js/pages/scans/walks/show.vue'))['default']>
    'sign_in/confirmations/create': ExtractProps<(typeof import('../../resources/js/pages/sign_in/confirmations/create.vue'))['default']>
    'sign_in/credentials/show': ExtractProps<(typeof import('../../resources/js/pages/sign_in/credentials/show.vue'))['default']>
    'sign_in/devices/index': ExtractProps<(typeof import('../../resources/js/pages/sign_in/devices/index.vue'))['default']>
    'sign_in/email_agreements/show': ExtractProps<(typeof import('../../resources/js/pages/sign_in/email_agreements/show.vue'))['default']>
    'sign_in/email_approvals/create': ExtractProps<(typeof import('../../resources/js/pages/sign_in/email_approvals/create.vue'))['default']>
    'sign_in/email_proofs/create': ExtractProps<(typeof import('../../resources/js/pages/sign_in/email_proofs/create.vue'))['default']>
    'sign_in/forgotten_passwords/create': ExtractProps<(typeof import('../../resources/js/pages/sign_in/forgotten_passwords/create.vue'))['default']>
    'sign_in/link_sign_ins/create': ExtractProps<(typeof import('../../resources/js/pages/sign_in/link_sign_ins/create.vue'))['default']>
    'sign_in/password_resets/create': ExtractProps<(typeof import('../../resources/js/pages/sign_in/password_resets/create.vue'))['default']>
    'sign_in/profiles/edit': ExtractProps<(typeof import('../../resources/js/pages/sign_in/profiles/edit.vue'))['default']>
    'sign_in/sessions/create': ExtractProps<(typeof import('../../resources/js/pages/sign_in/sessions/create.vue'))['default']>
    'sign_in/sign_in_links/create': ExtractProps<(typeof import('../../resources/js/pages/sign_in/sign_in_links/create.vue'))['default']>
    'single_sign_on/break_glasses/create': ExtractProps<(typeof import('../../resources/js/pages/single_sign_on/break_glasses/create.vue'))['default']>
    'single_sign_on/confirmations/show': ExtractProps<(typeof import('../../resources/js/pages/single_sign_on/confirmations/show.vue'))['default']>
    'single_sign_on/connections/index': ExtractProps<(typeof import('../../resources/js/pages/single_sign_on/connections/index.vue'))['default']>
    'social_accounts/connections/create': ExtractProps<(typeof import('../../resources/js/pages/social_accounts/connections/create.vue'))['default']>
    'tenancy/numbers/edit': ExtractProps<(typeof import('../../resources/js/pages/tenancy/numbers/edit.vue'))['default']>
    'tenancy/settings/edit': ExtractProps<(typeof import('../../resources/js/pages/tenancy/settings/edit.vue'))['default']>
    'timelines/histories/show': ExtractProps<(typeof import('../../resources/js/pages/timelines/histories/show.vue'))['default']>
    'timers/timers/index': ExtractProps<(typeof import('../../resources/js/pages/timers/timers/index.vue'))['default']>
    'two_factor/challenges/create': ExtractProps<(typeof import('../../resources/js/pages/two_factor/challenges/create.vue'))['default']>
    'two_factor/requirements/edit': ExtractProps<(typeof import('../../resources/js/pages/two_factor/requirements/edit.vue'))['default']>
    'two_factor/set_ups/create': ExtractProps<(typeof import('../../resources/js/pages/two_factor/set_ups/create.vue'))['default']>
    'webhooks/deliveries/show': ExtractProps<(typeof import('../../resources/js/pages/webhooks/deliveries/show.vue'))['default']>
    'webhooks/endpoints/index': ExtractProps<(typeof import('../../resources/js/pages/webhooks/endpoints/index.vue'))['default']>
    'webhooks/endpoints/show': ExtractProps<(typeof import('../../resources/js/pages/webhooks/endpoints/show.vue'))['default']>
  }
}
