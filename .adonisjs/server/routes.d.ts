import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'identity.homes.show': { paramsTuple?: []; params?: {} }
    'identity.companies.index': { paramsTuple?: []; params?: {} }
    'identity.acceptances.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'identity.acceptances.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'identity.landings.show': { paramsTuple?: []; params?: {} }
    'identity.users.index': { paramsTuple?: []; params?: {} }
    'identity.users.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.user_deactivations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.user_deactivations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.invitations.store': { paramsTuple?: []; params?: {} }
    'identity.invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.invitation_resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.invitation_links.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.identity.users.index': { paramsTuple?: []; params?: {} }
    'api.identity.own_users.show': { paramsTuple?: []; params?: {} }
    'api.identity.users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.identity.users.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.identity.user_deactivations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.roles.index': { paramsTuple?: []; params?: {} }
    'access.roles.create': { paramsTuple?: []; params?: {} }
    'access.roles.store': { paramsTuple?: []; params?: {} }
    'access.roles.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.roles.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.roles.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.teams.index': { paramsTuple?: []; params?: {} }
    'access.teams.store': { paramsTuple?: []; params?: {} }
    'access.teams.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.teams.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.permissions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.viewers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'sign_in.sessions.create': { paramsTuple?: []; params?: {} }
    'sign_in.sessions.store': { paramsTuple?: []; params?: {} }
    'sign_in.sessions.destroy': { paramsTuple?: []; params?: {} }
    'sign_in.sign_in_links.create': { paramsTuple?: []; params?: {} }
    'sign_in.sign_in_links.store': { paramsTuple?: []; params?: {} }
    'sign_in.link_sign_ins.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.link_sign_ins.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.forgotten_passwords.create': { paramsTuple?: []; params?: {} }
    'sign_in.forgotten_passwords.store': { paramsTuple?: []; params?: {} }
    'sign_in.password_resets.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.password_resets.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_approvals.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_approvals.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_approvals.destroy': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_proofs.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_proofs.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_agreements.show': { paramsTuple?: []; params?: {} }
    'sign_in.confirmations.create': { paramsTuple?: []; params?: {} }
    'sign_in.confirmations.store': { paramsTuple?: []; params?: {} }
    'sign_in.mailed_confirmations.store': { paramsTuple?: []; params?: {} }
    'sign_in.mailed_confirmations.update': { paramsTuple?: []; params?: {} }
    'sign_in.profiles.edit': { paramsTuple?: []; params?: {} }
    'sign_in.profiles.update': { paramsTuple?: []; params?: {} }
    'sign_in.credentials.show': { paramsTuple?: []; params?: {} }
    'sign_in.credentials.update': { paramsTuple?: []; params?: {} }
    'sign_in.email_changes.store': { paramsTuple?: []; params?: {} }
    'sign_in.email_changes.destroy': { paramsTuple?: []; params?: {} }
    'sign_in.passwords.update': { paramsTuple?: []; params?: {} }
    'sign_in.devices.index': { paramsTuple?: []; params?: {} }
    'sign_in.devices.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'sign_in.other_sessions.destroy': { paramsTuple?: []; params?: {} }
    'registrations.registrations.create': { paramsTuple?: []; params?: {} }
    'registrations.registrations.store': { paramsTuple?: []; params?: {} }
    'registrations.openings.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'registrations.openings.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'api.registrations.api_registrations.store': { paramsTuple?: []; params?: {} }
    'two_factor.challenges.create': { paramsTuple?: []; params?: {} }
    'two_factor.challenges.store': { paramsTuple?: []; params?: {} }
    'two_factor.code_confirmations.store': { paramsTuple?: []; params?: {} }
    'two_factor.set_ups.create': { paramsTuple?: []; params?: {} }
    'two_factor.set_ups.store': { paramsTuple?: []; params?: {} }
    'two_factor.set_ups.destroy': { paramsTuple?: []; params?: {} }
    'two_factor.recovery_codes.store': { paramsTuple?: []; params?: {} }
    'two_factor.requirements.edit': { paramsTuple?: []; params?: {} }
    'two_factor.requirements.update': { paramsTuple?: []; params?: {} }
    'access_tokens.access_tokens.index': { paramsTuple?: []; params?: {} }
    'access_tokens.access_tokens.store': { paramsTuple?: []; params?: {} }
    'access_tokens.access_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access_tokens.service_tokens.index': { paramsTuple?: []; params?: {} }
    'access_tokens.service_tokens.store': { paramsTuple?: []; params?: {} }
    'access_tokens.service_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.access_tokens.api_sessions.store': { paramsTuple?: []; params?: {} }
    'api.access_tokens.renewals.store': { paramsTuple?: []; params?: {} }
    'api.access_tokens.api_sessions.destroy': { paramsTuple?: []; params?: {} }
    'api.docs.show': { paramsTuple?: []; params?: {} }
    'api.descriptions.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.sign_ins.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.callbacks.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.confirmations.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.sign_outs.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.issuer_logouts.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.confirmations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.sign_ins.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.break_glasses.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.break_glasses.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.connections.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.role_previews.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.domains.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.domains.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.enforcements.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.enforcements.destroy': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_tokens.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.connections.update': { paramsTuple?: []; params?: {} }
    'single_sign_on.domain_checks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_service_provider_configs.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_resource_types.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_resource_types.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_schemas.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_schemas.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_users.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_users.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_users.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_users.patch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_users.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_groups.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_groups.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_groups.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_groups.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_groups.patch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_groups.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'social_accounts.social_sign_ins.store': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'social_accounts.social_callbacks.show': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'social_accounts.connections.create': { paramsTuple?: []; params?: {} }
    'social_accounts.connections.store': { paramsTuple?: []; params?: {} }
    'social_accounts.social_accounts.store': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'social_accounts.social_accounts.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'dashboards.dashboards.show': { paramsTuple?: []; params?: {} }
    'leads.leads.index': { paramsTuple?: []; params?: {} }
    'leads.leads.store': { paramsTuple?: []; params?: {} }
    'leads.leads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.exports.store': { paramsTuple?: []; params?: {} }
    'leads.assignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.parties.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.starts.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.losses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.preparations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'lead_id': ParamValue,'id': ParamValue} }
    'leads.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.attachments.show': { paramsTuple: [ParamValue,ParamValue]; params: {'lead_id': ParamValue,'id': ParamValue} }
    'leads.attachments.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.leads.leads.index': { paramsTuple?: []; params?: {} }
    'api.leads.leads.store': { paramsTuple?: []; params?: {} }
    'api.leads.searches.index': { paramsTuple?: []; params?: {} }
    'api.leads.leads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.leads.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.losses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.assignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.reassignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.starts.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.losses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.files.index': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.leads.attachments.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.leads.files.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.leads.histories.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.lead_flows.index': { paramsTuple?: []; params?: {} }
    'lead_flows.lead_flows.store': { paramsTuple?: []; params?: {} }
    'lead_flows.lead_flows.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.lead_flows.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.lead_flows.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.ways.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.ways.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.comparisons.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.versions.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.restorations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.previews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.publications.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.drafts.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.standards.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messages.conversations.index': { paramsTuple?: []; params?: {} }
    'messages.assignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messages.replies.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'messages.readings.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.messages.conversations.index': { paramsTuple?: []; params?: {} }
    'api.messages.assignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.messages.messages.index': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.messages.messages.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'notes.notes.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.notes.notes.index': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.notes.notes.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'canned_replies.canned_replies.index': { paramsTuple?: []; params?: {} }
    'canned_replies.canned_replies.store': { paramsTuple?: []; params?: {} }
    'canned_replies.canned_replies.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'canned_replies.canned_replies.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.canned_replies.canned_replies.index': { paramsTuple?: []; params?: {} }
    'api.canned_replies.canned_replies.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.canned_replies.canned_replies.store': { paramsTuple?: []; params?: {} }
    'api.canned_replies.canned_replies.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.canned_replies.canned_replies.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'orders.orders.index': { paramsTuple?: []; params?: {} }
    'orders.exports.store': { paramsTuple?: []; params?: {} }
    'orders.orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'orders.conversions.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'orders.visits.store': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'orders.visits.update': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'orders.visit_completions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'orders.visit_completions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'orders.visit_cancellations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'orders.sites.update': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'orders.completions.store': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'orders.cancellations.store': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'orders.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.orders.orders.index': { paramsTuple?: []; params?: {} }
    'api.orders.orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.orders.visits.index': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'api.orders.visits.store': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'api.orders.visits.update': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'api.orders.visit_completions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'api.orders.visit_completions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'api.orders.visit_cancellations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'customers.customers.index': { paramsTuple?: []; params?: {} }
    'customers.customers.create': { paramsTuple?: []; params?: {} }
    'customers.customers.store': { paramsTuple?: []; params?: {} }
    'customers.exports.store': { paramsTuple?: []; params?: {} }
    'customers.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.customers.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.customers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.archivals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.archivals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.contacts.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'customers.contacts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'customers.contacts.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'customers.sites.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'customers.sites.update': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'customers.sites.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'customers.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.imports.create': { paramsTuple?: []; params?: {} }
    'customers.imports.store': { paramsTuple?: []; params?: {} }
    'api.customers.customers.index': { paramsTuple?: []; params?: {} }
    'api.customers.customers.store': { paramsTuple?: []; params?: {} }
    'api.customers.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.customers.customers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.customers.archivals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.customers.archivals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.customers.contacts.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'api.customers.contacts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'api.customers.contacts.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'api.customers.sites.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'api.customers.sites.update': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'api.customers.sites.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'customer_merges.customer_merges.create': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'customer_merges.customer_merges.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'api.customer_merges.customer_merges.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'qr_codes.qr_batches.index': { paramsTuple?: []; params?: {} }
    'qr_codes.qr_batches.create': { paramsTuple?: []; params?: {} }
    'qr_codes.qr_batches.store': { paramsTuple?: []; params?: {} }
    'qr_codes.qr_batches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.qr_batches.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.qr_printings.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.label_sheets.index': { paramsTuple?: []; params?: {} }
    'qr_codes.label_sheets.create': { paramsTuple?: []; params?: {} }
    'qr_codes.label_sheets.store': { paramsTuple?: []; params?: {} }
    'qr_codes.label_sheets.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.label_sheets.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.label_sheets.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.stocks.show': { paramsTuple?: []; params?: {} }
    'qr_codes.qr_codes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.retirements.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.losses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.clearances.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.assignments.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.assignments.create': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'qr_codes.assignments.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'qr_codes.label_previews.show': { paramsTuple?: []; params?: {} }
    'qr_codes.bulk_bindings.create': { paramsTuple?: []; params?: {} }
    'qr_codes.bulk_bindings.store': { paramsTuple?: []; params?: {} }
    'qr_codes.symbols.show': { paramsTuple: [ParamValue]; params: {'qr_batch_id': ParamValue} }
    'qr_codes.sheets.show': { paramsTuple: [ParamValue]; params: {'qr_batch_id': ParamValue} }
    'scans.scans.index': { paramsTuple?: []; params?: {} }
    'scans.unscanned_codes.index': { paramsTuple?: []; params?: {} }
    'scans.walks.index': { paramsTuple?: []; params?: {} }
    'scans.walks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'field.home.index': { paramsTuple?: []; params?: {} }
    'field.customers.index': { paramsTuple?: []; params?: {} }
    'field.customers.create': { paramsTuple?: []; params?: {} }
    'field.customers.store': { paramsTuple?: []; params?: {} }
    'field.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'field.submissions.store': { paramsTuple?: []; params?: {} }
    'field.bindings.create': { paramsTuple?: []; params?: {} }
    'field.bindings.store': { paramsTuple?: []; params?: {} }
    'field.bindings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'field.bindings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.notifications.index': { paramsTuple?: []; params?: {} }
    'notifications.notifications.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.readings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.readings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.archivals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.archivals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.snoozes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.snoozes.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.inbox_readings.store': { paramsTuple?: []; params?: {} }
    'notifications.inbox_readings.destroy': { paramsTuple?: []; params?: {} }
    'api.notifications.notifications.index': { paramsTuple?: []; params?: {} }
    'api.notifications.notifications.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.inbox_readings.store': { paramsTuple?: []; params?: {} }
    'api.notifications.readings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.readings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.archivals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.archivals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.snoozes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.snoozes.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.notifications.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notification_preferences.preferences.edit': { paramsTuple?: []; params?: {} }
    'notification_preferences.preferences.update': { paramsTuple?: []; params?: {} }
    'notification_preferences.preferences.destroy': { paramsTuple?: []; params?: {} }
    'notification_preferences.rhythms.update': { paramsTuple?: []; params?: {} }
    'notification_preferences.rules.edit': { paramsTuple?: []; params?: {} }
    'notification_preferences.rules.update': { paramsTuple?: []; params?: {} }
    'notification_preferences.unsubscriptions.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'notification_preferences.unsubscriptions.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'notification_preferences.subscriptions.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'api.notification_preferences.preferences.index': { paramsTuple?: []; params?: {} }
    'api.notification_preferences.preferences.update': { paramsTuple?: []; params?: {} }
    'api.notification_preferences.preferences.destroy': { paramsTuple?: []; params?: {} }
    'api.notification_preferences.rhythms.show': { paramsTuple?: []; params?: {} }
    'api.notification_preferences.rhythms.update': { paramsTuple?: []; params?: {} }
    'deliveries.deliveries.index': { paramsTuple?: []; params?: {} }
    'deliveries.blocked_addresses.index': { paramsTuple?: []; params?: {} }
    'deliveries.blocked_addresses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.deliveries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.arrivals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.push_subscriptions.store': { paramsTuple?: []; params?: {} }
    'deliveries.push_subscriptions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.push_trials.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.push_renewals.store': { paramsTuple?: []; params?: {} }
    'api.deliveries.push_subscriptions.index': { paramsTuple?: []; params?: {} }
    'api.deliveries.push_subscriptions.store': { paramsTuple?: []; params?: {} }
    'api.deliveries.push_subscriptions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.deliveries.push_trials.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'bounces.mail_reports.store': { paramsTuple?: []; params?: {} }
    'message_templates.templates.index': { paramsTuple?: []; params?: {} }
    'message_templates.templates.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'message_templates.templates.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'message_templates.templates.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'message_templates.publications.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'message_templates.publications.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'message_templates.restorations.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'message_templates.trials.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'tenancy.settings.edit': { paramsTuple?: []; params?: {} }
    'tenancy.settings.update': { paramsTuple?: []; params?: {} }
    'tenancy.numbers.edit': { paramsTuple?: []; params?: {} }
    'tenancy.numbers.update': { paramsTuple?: []; params?: {} }
    'tenancy.logos.store': { paramsTuple?: []; params?: {} }
    'tenancy.logos.destroy': { paramsTuple?: []; params?: {} }
    'tenancy.logos.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'key': ParamValue} }
    'api.tenancy.settings.show': { paramsTuple?: []; params?: {} }
    'api.tenancy.settings.update': { paramsTuple?: []; params?: {} }
    'console.home': { paramsTuple?: []; params?: {} }
    'console.companies.index': { paramsTuple?: []; params?: {} }
    'console.companies.create': { paramsTuple?: []; params?: {} }
    'console.companies.store': { paramsTuple?: []; params?: {} }
    'console.companies.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.companies.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.companies.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.logos.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.logos.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.deactivations.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.deactivations.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.invitations.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.invitations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'console.invitation_resends.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'console.deliveries.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.deliveries.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'console.super_users.index': { paramsTuple?: []; params?: {} }
    'console.super_users.store': { paramsTuple?: []; params?: {} }
    'console.super_users.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.identity_mails.index': { paramsTuple?: []; params?: {} }
    'console.identity_mail_resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.identity_mail_links.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.invitation_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'console.providers.index': { paramsTuple?: []; params?: {} }
    'console.probes.store': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'console.queues.index': { paramsTuple?: []; params?: {} }
    'console.queues.show': { paramsTuple: [ParamValue]; params: {'queue': ParamValue} }
    'console.replays.store': { paramsTuple: [ParamValue]; params: {'queue': ParamValue} }
    'console.discards.store': { paramsTuple: [ParamValue]; params: {'queue': ParamValue} }
    'operations.unfinished.index': { paramsTuple?: []; params?: {} }
    'operations.own_replays.store': { paramsTuple?: []; params?: {} }
    'operations.own_discards.store': { paramsTuple?: []; params?: {} }
    'timers.timers.index': { paramsTuple?: []; params?: {} }
    'timers.cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'timers.cancellations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'timers.pauses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'timers.pauses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.installation_timers.index': { paramsTuple?: []; params?: {} }
    'console.operator_cancellations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'console.operator_cancellations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'webhooks.endpoints.index': { paramsTuple?: []; params?: {} }
    'webhooks.endpoints.store': { paramsTuple?: []; params?: {} }
    'webhooks.endpoints.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.endpoints.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.endpoints.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.secrets.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.trials.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.pauses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.pauses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.failed_resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.deliveries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.endpoints.index': { paramsTuple?: []; params?: {} }
    'api.webhooks.endpoints.store': { paramsTuple?: []; params?: {} }
    'api.webhooks.endpoints.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.endpoints.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.endpoints.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.secrets.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.trials.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.pauses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.pauses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.failed_resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.deliveries.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.deliveries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'requests.requests.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.printed': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.requests.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.sticker_reports.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.sticker_reports.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.linked_requests.create': { paramsTuple: [ParamValue,ParamValue]; params: {'company': ParamValue,'path': ParamValue} }
    'requests.linked_requests.store': { paramsTuple: [ParamValue,ParamValue]; params: {'company': ParamValue,'path': ParamValue} }
    'requests.embedded_requests.create': { paramsTuple: [ParamValue,ParamValue]; params: {'company': ParamValue,'path': ParamValue} }
    'requests.embedded_requests.store': { paramsTuple: [ParamValue,ParamValue]; params: {'company': ParamValue,'path': ParamValue} }
    'requests.downloads.show': { paramsTuple: [ParamValue]; params: {'reference': ParamValue} }
    'requests.statuses.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.messages.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.cancellations.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.cancellations.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.reschedulings.create': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.reschedulings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.visit_cancellations.create': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.visit_cancellations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.attachments.show': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'reference': ParamValue} }
    'console.operator_entries.index': { paramsTuple?: []; params?: {} }
    'audit.entries.index': { paramsTuple?: []; params?: {} }
    'audit.exports.show': { paramsTuple?: []; params?: {} }
    'timelines.histories.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'timelines.restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'api.timelines.histories.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'api.timelines.restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'crm_connections.received_webhooks.store': { paramsTuple: [ParamValue]; params: {'adapter': ParamValue} }
    'crm_connections.connections.edit': { paramsTuple?: []; params?: {} }
    'crm_connections.connections.update': { paramsTuple?: []; params?: {} }
    'crm_connections.connections.destroy': { paramsTuple?: []; params?: {} }
    'crm_connections.authorizations.store': { paramsTuple?: []; params?: {} }
    'crm_connections.authorizations.show': { paramsTuple?: []; params?: {} }
    'crm_connections.trials.store': { paramsTuple?: []; params?: {} }
    'crm_connections.syncs.store': { paramsTuple?: []; params?: {} }
    'crm_connections.syncs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.syncs.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.exports.store': { paramsTuple: [ParamValue]; params: {'sync_id': ParamValue} }
    'crm_connections.fields.edit': { paramsTuple?: []; params?: {} }
    'crm_connections.field_previews.store': { paramsTuple?: []; params?: {} }
    'crm_connections.fields.update': { paramsTuple?: []; params?: {} }
    'crm_connections.conflicts.index': { paramsTuple?: []; params?: {} }
    'crm_connections.conflicts.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.newcomers.index': { paramsTuple?: []; params?: {} }
    'crm_connections.newcomers.store': { paramsTuple?: []; params?: {} }
    'crm_connections.newcomers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.newcomer_rules.update': { paramsTuple?: []; params?: {} }
    'crm_connections.firm_rules.update': { paramsTuple?: []; params?: {} }
    'crm_connections.links.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_deals.plans.edit': { paramsTuple?: []; params?: {} }
    'crm_deals.deals.update': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'crm_deals.plans.update': { paramsTuple?: []; params?: {} }
    'crm_deals.plans.destroy': { paramsTuple?: []; params?: {} }
    'vendor_connections.arrivals.show': { paramsTuple?: []; params?: {} }
    'integrations.integrations.index': { paramsTuple?: []; params?: {} }
    'retention.retentions.edit': { paramsTuple?: []; params?: {} }
    'retention.retentions.update': { paramsTuple?: []; params?: {} }
    'retention.archives.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'retention.history_exports.show': { paramsTuple?: []; params?: {} }
    'bookings.calendars.edit': { paramsTuple?: []; params?: {} }
    'bookings.calendars.update': { paramsTuple?: []; params?: {} }
    'console.impersonations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.impersonations.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.impersonations.destroy': { paramsTuple?: []; params?: {} }
    'impersonations.support_accesses.edit': { paramsTuple?: []; params?: {} }
    'impersonations.support_accesses.update': { paramsTuple?: []; params?: {} }
    'impersonations.support_consents.store': { paramsTuple?: []; params?: {} }
    'impersonations.support_consents.destroy': { paramsTuple?: []; params?: {} }
    'impersonations.visit_endings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  GET: {
    'identity.homes.show': { paramsTuple?: []; params?: {} }
    'identity.companies.index': { paramsTuple?: []; params?: {} }
    'identity.acceptances.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'identity.landings.show': { paramsTuple?: []; params?: {} }
    'identity.users.index': { paramsTuple?: []; params?: {} }
    'api.identity.users.index': { paramsTuple?: []; params?: {} }
    'api.identity.own_users.show': { paramsTuple?: []; params?: {} }
    'api.identity.users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.roles.index': { paramsTuple?: []; params?: {} }
    'access.roles.create': { paramsTuple?: []; params?: {} }
    'access.roles.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.teams.index': { paramsTuple?: []; params?: {} }
    'access.permissions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.viewers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'sign_in.sessions.create': { paramsTuple?: []; params?: {} }
    'sign_in.sign_in_links.create': { paramsTuple?: []; params?: {} }
    'sign_in.link_sign_ins.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.forgotten_passwords.create': { paramsTuple?: []; params?: {} }
    'sign_in.password_resets.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_approvals.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_proofs.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_agreements.show': { paramsTuple?: []; params?: {} }
    'sign_in.confirmations.create': { paramsTuple?: []; params?: {} }
    'sign_in.profiles.edit': { paramsTuple?: []; params?: {} }
    'sign_in.credentials.show': { paramsTuple?: []; params?: {} }
    'sign_in.devices.index': { paramsTuple?: []; params?: {} }
    'registrations.registrations.create': { paramsTuple?: []; params?: {} }
    'registrations.openings.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'two_factor.challenges.create': { paramsTuple?: []; params?: {} }
    'two_factor.set_ups.create': { paramsTuple?: []; params?: {} }
    'two_factor.requirements.edit': { paramsTuple?: []; params?: {} }
    'access_tokens.access_tokens.index': { paramsTuple?: []; params?: {} }
    'access_tokens.service_tokens.index': { paramsTuple?: []; params?: {} }
    'api.docs.show': { paramsTuple?: []; params?: {} }
    'api.descriptions.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.callbacks.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.confirmations.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.sign_outs.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.confirmations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.sign_ins.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.break_glasses.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.connections.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_service_provider_configs.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_resource_types.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_resource_types.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_schemas.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_schemas.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_users.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_groups.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_groups.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'social_accounts.social_callbacks.show': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'social_accounts.connections.create': { paramsTuple?: []; params?: {} }
    'dashboards.dashboards.show': { paramsTuple?: []; params?: {} }
    'leads.leads.index': { paramsTuple?: []; params?: {} }
    'leads.leads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.attachments.show': { paramsTuple: [ParamValue,ParamValue]; params: {'lead_id': ParamValue,'id': ParamValue} }
    'api.leads.leads.index': { paramsTuple?: []; params?: {} }
    'api.leads.searches.index': { paramsTuple?: []; params?: {} }
    'api.leads.leads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.files.index': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.leads.histories.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.lead_flows.index': { paramsTuple?: []; params?: {} }
    'lead_flows.lead_flows.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.ways.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.comparisons.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.versions.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.previews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messages.conversations.index': { paramsTuple?: []; params?: {} }
    'api.messages.conversations.index': { paramsTuple?: []; params?: {} }
    'api.messages.messages.index': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.notes.notes.index': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'canned_replies.canned_replies.index': { paramsTuple?: []; params?: {} }
    'api.canned_replies.canned_replies.index': { paramsTuple?: []; params?: {} }
    'api.canned_replies.canned_replies.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'orders.orders.index': { paramsTuple?: []; params?: {} }
    'orders.orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'orders.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.orders.orders.index': { paramsTuple?: []; params?: {} }
    'api.orders.orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.orders.visits.index': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'customers.customers.index': { paramsTuple?: []; params?: {} }
    'customers.customers.create': { paramsTuple?: []; params?: {} }
    'customers.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.customers.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.imports.create': { paramsTuple?: []; params?: {} }
    'api.customers.customers.index': { paramsTuple?: []; params?: {} }
    'api.customers.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customer_merges.customer_merges.create': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'qr_codes.qr_batches.index': { paramsTuple?: []; params?: {} }
    'qr_codes.qr_batches.create': { paramsTuple?: []; params?: {} }
    'qr_codes.qr_batches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.qr_printings.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.label_sheets.index': { paramsTuple?: []; params?: {} }
    'qr_codes.label_sheets.create': { paramsTuple?: []; params?: {} }
    'qr_codes.label_sheets.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.stocks.show': { paramsTuple?: []; params?: {} }
    'qr_codes.qr_codes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.assignments.create': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'qr_codes.label_previews.show': { paramsTuple?: []; params?: {} }
    'qr_codes.bulk_bindings.create': { paramsTuple?: []; params?: {} }
    'qr_codes.symbols.show': { paramsTuple: [ParamValue]; params: {'qr_batch_id': ParamValue} }
    'qr_codes.sheets.show': { paramsTuple: [ParamValue]; params: {'qr_batch_id': ParamValue} }
    'scans.scans.index': { paramsTuple?: []; params?: {} }
    'scans.unscanned_codes.index': { paramsTuple?: []; params?: {} }
    'scans.walks.index': { paramsTuple?: []; params?: {} }
    'scans.walks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'field.home.index': { paramsTuple?: []; params?: {} }
    'field.customers.index': { paramsTuple?: []; params?: {} }
    'field.customers.create': { paramsTuple?: []; params?: {} }
    'field.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'field.bindings.create': { paramsTuple?: []; params?: {} }
    'field.bindings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.notifications.index': { paramsTuple?: []; params?: {} }
    'notifications.notifications.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.notifications.index': { paramsTuple?: []; params?: {} }
    'api.notifications.notifications.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notification_preferences.preferences.edit': { paramsTuple?: []; params?: {} }
    'notification_preferences.rules.edit': { paramsTuple?: []; params?: {} }
    'notification_preferences.unsubscriptions.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'api.notification_preferences.preferences.index': { paramsTuple?: []; params?: {} }
    'api.notification_preferences.rhythms.show': { paramsTuple?: []; params?: {} }
    'deliveries.deliveries.index': { paramsTuple?: []; params?: {} }
    'deliveries.blocked_addresses.index': { paramsTuple?: []; params?: {} }
    'deliveries.deliveries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.deliveries.push_subscriptions.index': { paramsTuple?: []; params?: {} }
    'message_templates.templates.index': { paramsTuple?: []; params?: {} }
    'message_templates.templates.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'tenancy.settings.edit': { paramsTuple?: []; params?: {} }
    'tenancy.numbers.edit': { paramsTuple?: []; params?: {} }
    'tenancy.logos.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'key': ParamValue} }
    'api.tenancy.settings.show': { paramsTuple?: []; params?: {} }
    'console.home': { paramsTuple?: []; params?: {} }
    'console.companies.index': { paramsTuple?: []; params?: {} }
    'console.companies.create': { paramsTuple?: []; params?: {} }
    'console.companies.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.companies.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.deliveries.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.deliveries.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'console.super_users.index': { paramsTuple?: []; params?: {} }
    'console.identity_mails.index': { paramsTuple?: []; params?: {} }
    'console.providers.index': { paramsTuple?: []; params?: {} }
    'console.queues.index': { paramsTuple?: []; params?: {} }
    'console.queues.show': { paramsTuple: [ParamValue]; params: {'queue': ParamValue} }
    'operations.unfinished.index': { paramsTuple?: []; params?: {} }
    'timers.timers.index': { paramsTuple?: []; params?: {} }
    'console.installation_timers.index': { paramsTuple?: []; params?: {} }
    'webhooks.endpoints.index': { paramsTuple?: []; params?: {} }
    'webhooks.endpoints.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.deliveries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.endpoints.index': { paramsTuple?: []; params?: {} }
    'api.webhooks.endpoints.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.deliveries.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.deliveries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'requests.requests.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.printed': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.sticker_reports.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.linked_requests.create': { paramsTuple: [ParamValue,ParamValue]; params: {'company': ParamValue,'path': ParamValue} }
    'requests.embedded_requests.create': { paramsTuple: [ParamValue,ParamValue]; params: {'company': ParamValue,'path': ParamValue} }
    'requests.downloads.show': { paramsTuple: [ParamValue]; params: {'reference': ParamValue} }
    'requests.statuses.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.cancellations.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.reschedulings.create': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.visit_cancellations.create': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.attachments.show': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'reference': ParamValue} }
    'console.operator_entries.index': { paramsTuple?: []; params?: {} }
    'audit.entries.index': { paramsTuple?: []; params?: {} }
    'audit.exports.show': { paramsTuple?: []; params?: {} }
    'timelines.histories.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'api.timelines.histories.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'crm_connections.connections.edit': { paramsTuple?: []; params?: {} }
    'crm_connections.authorizations.show': { paramsTuple?: []; params?: {} }
    'crm_connections.syncs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.fields.edit': { paramsTuple?: []; params?: {} }
    'crm_connections.conflicts.index': { paramsTuple?: []; params?: {} }
    'crm_connections.newcomers.index': { paramsTuple?: []; params?: {} }
    'crm_connections.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_deals.plans.edit': { paramsTuple?: []; params?: {} }
    'vendor_connections.arrivals.show': { paramsTuple?: []; params?: {} }
    'integrations.integrations.index': { paramsTuple?: []; params?: {} }
    'retention.retentions.edit': { paramsTuple?: []; params?: {} }
    'retention.archives.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'retention.history_exports.show': { paramsTuple?: []; params?: {} }
    'bookings.calendars.edit': { paramsTuple?: []; params?: {} }
    'console.impersonations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'impersonations.support_accesses.edit': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'identity.homes.show': { paramsTuple?: []; params?: {} }
    'identity.companies.index': { paramsTuple?: []; params?: {} }
    'identity.acceptances.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'identity.landings.show': { paramsTuple?: []; params?: {} }
    'identity.users.index': { paramsTuple?: []; params?: {} }
    'api.identity.users.index': { paramsTuple?: []; params?: {} }
    'api.identity.own_users.show': { paramsTuple?: []; params?: {} }
    'api.identity.users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.roles.index': { paramsTuple?: []; params?: {} }
    'access.roles.create': { paramsTuple?: []; params?: {} }
    'access.roles.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.teams.index': { paramsTuple?: []; params?: {} }
    'access.permissions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.viewers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'sign_in.sessions.create': { paramsTuple?: []; params?: {} }
    'sign_in.sign_in_links.create': { paramsTuple?: []; params?: {} }
    'sign_in.link_sign_ins.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.forgotten_passwords.create': { paramsTuple?: []; params?: {} }
    'sign_in.password_resets.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_approvals.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_proofs.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_agreements.show': { paramsTuple?: []; params?: {} }
    'sign_in.confirmations.create': { paramsTuple?: []; params?: {} }
    'sign_in.profiles.edit': { paramsTuple?: []; params?: {} }
    'sign_in.credentials.show': { paramsTuple?: []; params?: {} }
    'sign_in.devices.index': { paramsTuple?: []; params?: {} }
    'registrations.registrations.create': { paramsTuple?: []; params?: {} }
    'registrations.openings.create': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'two_factor.challenges.create': { paramsTuple?: []; params?: {} }
    'two_factor.set_ups.create': { paramsTuple?: []; params?: {} }
    'two_factor.requirements.edit': { paramsTuple?: []; params?: {} }
    'access_tokens.access_tokens.index': { paramsTuple?: []; params?: {} }
    'access_tokens.service_tokens.index': { paramsTuple?: []; params?: {} }
    'api.docs.show': { paramsTuple?: []; params?: {} }
    'api.descriptions.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.callbacks.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.confirmations.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.sign_outs.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.confirmations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.sign_ins.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.break_glasses.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.connections.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_service_provider_configs.show': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_resource_types.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_resource_types.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_schemas.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_schemas.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_users.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_groups.index': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_groups.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'social_accounts.social_callbacks.show': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'social_accounts.connections.create': { paramsTuple?: []; params?: {} }
    'dashboards.dashboards.show': { paramsTuple?: []; params?: {} }
    'leads.leads.index': { paramsTuple?: []; params?: {} }
    'leads.leads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.attachments.show': { paramsTuple: [ParamValue,ParamValue]; params: {'lead_id': ParamValue,'id': ParamValue} }
    'api.leads.leads.index': { paramsTuple?: []; params?: {} }
    'api.leads.searches.index': { paramsTuple?: []; params?: {} }
    'api.leads.leads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.files.index': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.leads.histories.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.lead_flows.index': { paramsTuple?: []; params?: {} }
    'lead_flows.lead_flows.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.ways.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.comparisons.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.versions.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.previews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messages.conversations.index': { paramsTuple?: []; params?: {} }
    'api.messages.conversations.index': { paramsTuple?: []; params?: {} }
    'api.messages.messages.index': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.notes.notes.index': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'canned_replies.canned_replies.index': { paramsTuple?: []; params?: {} }
    'api.canned_replies.canned_replies.index': { paramsTuple?: []; params?: {} }
    'api.canned_replies.canned_replies.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'orders.orders.index': { paramsTuple?: []; params?: {} }
    'orders.orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'orders.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.orders.orders.index': { paramsTuple?: []; params?: {} }
    'api.orders.orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.orders.visits.index': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'customers.customers.index': { paramsTuple?: []; params?: {} }
    'customers.customers.create': { paramsTuple?: []; params?: {} }
    'customers.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.customers.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.imports.create': { paramsTuple?: []; params?: {} }
    'api.customers.customers.index': { paramsTuple?: []; params?: {} }
    'api.customers.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customer_merges.customer_merges.create': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'qr_codes.qr_batches.index': { paramsTuple?: []; params?: {} }
    'qr_codes.qr_batches.create': { paramsTuple?: []; params?: {} }
    'qr_codes.qr_batches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.qr_printings.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.label_sheets.index': { paramsTuple?: []; params?: {} }
    'qr_codes.label_sheets.create': { paramsTuple?: []; params?: {} }
    'qr_codes.label_sheets.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.stocks.show': { paramsTuple?: []; params?: {} }
    'qr_codes.qr_codes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.assignments.create': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'qr_codes.label_previews.show': { paramsTuple?: []; params?: {} }
    'qr_codes.bulk_bindings.create': { paramsTuple?: []; params?: {} }
    'qr_codes.symbols.show': { paramsTuple: [ParamValue]; params: {'qr_batch_id': ParamValue} }
    'qr_codes.sheets.show': { paramsTuple: [ParamValue]; params: {'qr_batch_id': ParamValue} }
    'scans.scans.index': { paramsTuple?: []; params?: {} }
    'scans.unscanned_codes.index': { paramsTuple?: []; params?: {} }
    'scans.walks.index': { paramsTuple?: []; params?: {} }
    'scans.walks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'field.home.index': { paramsTuple?: []; params?: {} }
    'field.customers.index': { paramsTuple?: []; params?: {} }
    'field.customers.create': { paramsTuple?: []; params?: {} }
    'field.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'field.bindings.create': { paramsTuple?: []; params?: {} }
    'field.bindings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.notifications.index': { paramsTuple?: []; params?: {} }
    'notifications.notifications.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.notifications.index': { paramsTuple?: []; params?: {} }
    'api.notifications.notifications.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notification_preferences.preferences.edit': { paramsTuple?: []; params?: {} }
    'notification_preferences.rules.edit': { paramsTuple?: []; params?: {} }
    'notification_preferences.unsubscriptions.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'api.notification_preferences.preferences.index': { paramsTuple?: []; params?: {} }
    'api.notification_preferences.rhythms.show': { paramsTuple?: []; params?: {} }
    'deliveries.deliveries.index': { paramsTuple?: []; params?: {} }
    'deliveries.blocked_addresses.index': { paramsTuple?: []; params?: {} }
    'deliveries.deliveries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.deliveries.push_subscriptions.index': { paramsTuple?: []; params?: {} }
    'message_templates.templates.index': { paramsTuple?: []; params?: {} }
    'message_templates.templates.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'tenancy.settings.edit': { paramsTuple?: []; params?: {} }
    'tenancy.numbers.edit': { paramsTuple?: []; params?: {} }
    'tenancy.logos.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'key': ParamValue} }
    'api.tenancy.settings.show': { paramsTuple?: []; params?: {} }
    'console.home': { paramsTuple?: []; params?: {} }
    'console.companies.index': { paramsTuple?: []; params?: {} }
    'console.companies.create': { paramsTuple?: []; params?: {} }
    'console.companies.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.companies.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.deliveries.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.deliveries.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'console.super_users.index': { paramsTuple?: []; params?: {} }
    'console.identity_mails.index': { paramsTuple?: []; params?: {} }
    'console.providers.index': { paramsTuple?: []; params?: {} }
    'console.queues.index': { paramsTuple?: []; params?: {} }
    'console.queues.show': { paramsTuple: [ParamValue]; params: {'queue': ParamValue} }
    'operations.unfinished.index': { paramsTuple?: []; params?: {} }
    'timers.timers.index': { paramsTuple?: []; params?: {} }
    'console.installation_timers.index': { paramsTuple?: []; params?: {} }
    'webhooks.endpoints.index': { paramsTuple?: []; params?: {} }
    'webhooks.endpoints.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.deliveries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.endpoints.index': { paramsTuple?: []; params?: {} }
    'api.webhooks.endpoints.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.deliveries.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.deliveries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'requests.requests.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.printed': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.sticker_reports.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.linked_requests.create': { paramsTuple: [ParamValue,ParamValue]; params: {'company': ParamValue,'path': ParamValue} }
    'requests.embedded_requests.create': { paramsTuple: [ParamValue,ParamValue]; params: {'company': ParamValue,'path': ParamValue} }
    'requests.downloads.show': { paramsTuple: [ParamValue]; params: {'reference': ParamValue} }
    'requests.statuses.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.cancellations.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.reschedulings.create': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.visit_cancellations.create': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.attachments.show': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'reference': ParamValue} }
    'console.operator_entries.index': { paramsTuple?: []; params?: {} }
    'audit.entries.index': { paramsTuple?: []; params?: {} }
    'audit.exports.show': { paramsTuple?: []; params?: {} }
    'timelines.histories.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'api.timelines.histories.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'crm_connections.connections.edit': { paramsTuple?: []; params?: {} }
    'crm_connections.authorizations.show': { paramsTuple?: []; params?: {} }
    'crm_connections.syncs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.fields.edit': { paramsTuple?: []; params?: {} }
    'crm_connections.conflicts.index': { paramsTuple?: []; params?: {} }
    'crm_connections.newcomers.index': { paramsTuple?: []; params?: {} }
    'crm_connections.exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_deals.plans.edit': { paramsTuple?: []; params?: {} }
    'vendor_connections.arrivals.show': { paramsTuple?: []; params?: {} }
    'integrations.integrations.index': { paramsTuple?: []; params?: {} }
    'retention.retentions.edit': { paramsTuple?: []; params?: {} }
    'retention.archives.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'retention.history_exports.show': { paramsTuple?: []; params?: {} }
    'bookings.calendars.edit': { paramsTuple?: []; params?: {} }
    'console.impersonations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'impersonations.support_accesses.edit': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'identity.acceptances.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'identity.user_deactivations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.invitations.store': { paramsTuple?: []; params?: {} }
    'identity.invitation_resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.invitation_links.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.roles.store': { paramsTuple?: []; params?: {} }
    'access.teams.store': { paramsTuple?: []; params?: {} }
    'sign_in.sessions.store': { paramsTuple?: []; params?: {} }
    'sign_in.sign_in_links.store': { paramsTuple?: []; params?: {} }
    'sign_in.link_sign_ins.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.forgotten_passwords.store': { paramsTuple?: []; params?: {} }
    'sign_in.password_resets.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_approvals.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_proofs.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.confirmations.store': { paramsTuple?: []; params?: {} }
    'sign_in.mailed_confirmations.store': { paramsTuple?: []; params?: {} }
    'sign_in.email_changes.store': { paramsTuple?: []; params?: {} }
    'registrations.registrations.store': { paramsTuple?: []; params?: {} }
    'registrations.openings.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'api.registrations.api_registrations.store': { paramsTuple?: []; params?: {} }
    'two_factor.challenges.store': { paramsTuple?: []; params?: {} }
    'two_factor.code_confirmations.store': { paramsTuple?: []; params?: {} }
    'two_factor.set_ups.store': { paramsTuple?: []; params?: {} }
    'two_factor.recovery_codes.store': { paramsTuple?: []; params?: {} }
    'access_tokens.access_tokens.store': { paramsTuple?: []; params?: {} }
    'access_tokens.service_tokens.store': { paramsTuple?: []; params?: {} }
    'api.access_tokens.api_sessions.store': { paramsTuple?: []; params?: {} }
    'api.access_tokens.renewals.store': { paramsTuple?: []; params?: {} }
    'api.access_tokens.api_sessions.destroy': { paramsTuple?: []; params?: {} }
    'single_sign_on.sign_ins.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.issuer_logouts.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.break_glasses.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'single_sign_on.role_previews.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.domains.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.enforcements.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_tokens.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.domain_checks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_users.store': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_groups.store': { paramsTuple?: []; params?: {} }
    'social_accounts.social_sign_ins.store': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'social_accounts.connections.store': { paramsTuple?: []; params?: {} }
    'social_accounts.social_accounts.store': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'leads.leads.store': { paramsTuple?: []; params?: {} }
    'leads.exports.store': { paramsTuple?: []; params?: {} }
    'leads.assignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.starts.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.losses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.preparations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'lead_id': ParamValue,'id': ParamValue} }
    'leads.attachments.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.leads.leads.store': { paramsTuple?: []; params?: {} }
    'api.leads.assignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.reassignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.starts.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.losses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.attachments.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.leads.files.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'lead_flows.lead_flows.store': { paramsTuple?: []; params?: {} }
    'lead_flows.restorations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.publications.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.standards.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messages.assignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messages.replies.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'messages.readings.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.messages.assignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.messages.messages.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'notes.notes.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'api.notes.notes.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'canned_replies.canned_replies.store': { paramsTuple?: []; params?: {} }
    'api.canned_replies.canned_replies.store': { paramsTuple?: []; params?: {} }
    'orders.exports.store': { paramsTuple?: []; params?: {} }
    'orders.conversions.store': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'orders.visits.store': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'orders.visit_completions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'orders.visit_cancellations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'orders.completions.store': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'orders.cancellations.store': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'api.orders.visits.store': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'api.orders.visit_completions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'api.orders.visit_completions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'api.orders.visit_cancellations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'customers.customers.store': { paramsTuple?: []; params?: {} }
    'customers.exports.store': { paramsTuple?: []; params?: {} }
    'customers.archivals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.contacts.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'customers.sites.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'customers.imports.store': { paramsTuple?: []; params?: {} }
    'api.customers.customers.store': { paramsTuple?: []; params?: {} }
    'api.customers.archivals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.customers.contacts.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'api.customers.sites.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'customer_merges.customer_merges.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'api.customer_merges.customer_merges.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'qr_codes.qr_batches.store': { paramsTuple?: []; params?: {} }
    'qr_codes.label_sheets.store': { paramsTuple?: []; params?: {} }
    'qr_codes.retirements.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.losses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.clearances.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.assignments.store': { paramsTuple: [ParamValue]; params: {'customer_id': ParamValue} }
    'qr_codes.bulk_bindings.store': { paramsTuple?: []; params?: {} }
    'field.customers.store': { paramsTuple?: []; params?: {} }
    'field.submissions.store': { paramsTuple?: []; params?: {} }
    'field.bindings.store': { paramsTuple?: []; params?: {} }
    'notifications.readings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.archivals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.snoozes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.inbox_readings.store': { paramsTuple?: []; params?: {} }
    'api.notifications.inbox_readings.store': { paramsTuple?: []; params?: {} }
    'api.notifications.readings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.readings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.archivals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.archivals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.snoozes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.snoozes.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.notifications.notifications.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notification_preferences.unsubscriptions.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'notification_preferences.subscriptions.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'deliveries.resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.arrivals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.push_subscriptions.store': { paramsTuple?: []; params?: {} }
    'deliveries.push_trials.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.push_renewals.store': { paramsTuple?: []; params?: {} }
    'api.deliveries.push_subscriptions.store': { paramsTuple?: []; params?: {} }
    'api.deliveries.push_trials.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'bounces.mail_reports.store': { paramsTuple?: []; params?: {} }
    'message_templates.publications.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'message_templates.restorations.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'message_templates.trials.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'tenancy.logos.store': { paramsTuple?: []; params?: {} }
    'console.companies.store': { paramsTuple?: []; params?: {} }
    'console.logos.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.deactivations.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.invitations.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.invitation_resends.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'console.super_users.store': { paramsTuple?: []; params?: {} }
    'console.identity_mail_resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.identity_mail_links.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.invitation_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'console.probes.store': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'console.replays.store': { paramsTuple: [ParamValue]; params: {'queue': ParamValue} }
    'console.discards.store': { paramsTuple: [ParamValue]; params: {'queue': ParamValue} }
    'operations.own_replays.store': { paramsTuple?: []; params?: {} }
    'operations.own_discards.store': { paramsTuple?: []; params?: {} }
    'timers.cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'timers.pauses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.operator_cancellations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'webhooks.endpoints.store': { paramsTuple?: []; params?: {} }
    'webhooks.secrets.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.trials.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.pauses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.failed_resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.endpoints.store': { paramsTuple?: []; params?: {} }
    'api.webhooks.secrets.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.trials.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.pauses.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.failed_resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'requests.requests.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.sticker_reports.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.linked_requests.store': { paramsTuple: [ParamValue,ParamValue]; params: {'company': ParamValue,'path': ParamValue} }
    'requests.embedded_requests.store': { paramsTuple: [ParamValue,ParamValue]; params: {'company': ParamValue,'path': ParamValue} }
    'requests.messages.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.cancellations.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'requests.reschedulings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'requests.visit_cancellations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'token': ParamValue,'id': ParamValue} }
    'timelines.restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'api.timelines.restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'crm_connections.received_webhooks.store': { paramsTuple: [ParamValue]; params: {'adapter': ParamValue} }
    'crm_connections.authorizations.store': { paramsTuple?: []; params?: {} }
    'crm_connections.trials.store': { paramsTuple?: []; params?: {} }
    'crm_connections.syncs.store': { paramsTuple?: []; params?: {} }
    'crm_connections.exports.store': { paramsTuple: [ParamValue]; params: {'sync_id': ParamValue} }
    'crm_connections.field_previews.store': { paramsTuple?: []; params?: {} }
    'crm_connections.newcomers.store': { paramsTuple?: []; params?: {} }
    'console.impersonations.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'impersonations.support_consents.store': { paramsTuple?: []; params?: {} }
    'impersonations.visit_endings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PATCH: {
    'identity.users.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_users.patch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_groups.patch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.leads.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  DELETE: {
    'identity.user_deactivations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.identity.user_deactivations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.roles.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.teams.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'sign_in.sessions.destroy': { paramsTuple?: []; params?: {} }
    'sign_in.email_approvals.destroy': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'sign_in.email_changes.destroy': { paramsTuple?: []; params?: {} }
    'sign_in.devices.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'sign_in.other_sessions.destroy': { paramsTuple?: []; params?: {} }
    'two_factor.set_ups.destroy': { paramsTuple?: []; params?: {} }
    'access_tokens.access_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access_tokens.service_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.domains.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.enforcements.destroy': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_users.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_groups.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'social_accounts.social_accounts.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.losses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.lead_flows.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.drafts.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'canned_replies.canned_replies.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.canned_replies.canned_replies.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'orders.visit_completions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'customers.archivals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.contacts.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'customers.sites.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'api.customers.archivals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.customers.contacts.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'api.customers.sites.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'qr_codes.label_sheets.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.assignments.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'field.bindings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.readings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.archivals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.snoozes.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notifications.inbox_readings.destroy': { paramsTuple?: []; params?: {} }
    'notification_preferences.preferences.destroy': { paramsTuple?: []; params?: {} }
    'api.notification_preferences.preferences.destroy': { paramsTuple?: []; params?: {} }
    'deliveries.blocked_addresses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.push_subscriptions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.deliveries.push_subscriptions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'message_templates.templates.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'message_templates.publications.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'tenancy.logos.destroy': { paramsTuple?: []; params?: {} }
    'console.logos.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.deactivations.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'console.invitations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'console.super_users.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'timers.cancellations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'timers.pauses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.operator_cancellations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'webhooks.endpoints.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.pauses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.endpoints.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.pauses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.connections.destroy': { paramsTuple?: []; params?: {} }
    'crm_deals.plans.destroy': { paramsTuple?: []; params?: {} }
    'console.impersonations.destroy': { paramsTuple?: []; params?: {} }
    'impersonations.support_consents.destroy': { paramsTuple?: []; params?: {} }
  }
  PUT: {
    'api.identity.users.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.roles.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access.teams.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'sign_in.mailed_confirmations.update': { paramsTuple?: []; params?: {} }
    'sign_in.profiles.update': { paramsTuple?: []; params?: {} }
    'sign_in.credentials.update': { paramsTuple?: []; params?: {} }
    'sign_in.passwords.update': { paramsTuple?: []; params?: {} }
    'two_factor.requirements.update': { paramsTuple?: []; params?: {} }
    'single_sign_on.connections.update': { paramsTuple?: []; params?: {} }
    'single_sign_on.scim_users.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'single_sign_on.scim_groups.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'leads.parties.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.leads.leads.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.lead_flows.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lead_flows.ways.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'canned_replies.canned_replies.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.canned_replies.canned_replies.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'orders.visits.update': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'orders.sites.update': { paramsTuple: [ParamValue]; params: {'order_id': ParamValue} }
    'api.orders.visits.update': { paramsTuple: [ParamValue,ParamValue]; params: {'order_id': ParamValue,'id': ParamValue} }
    'customers.customers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'customers.contacts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'customers.sites.update': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'api.customers.customers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.customers.contacts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'api.customers.sites.update': { paramsTuple: [ParamValue,ParamValue]; params: {'customer_id': ParamValue,'id': ParamValue} }
    'qr_codes.qr_batches.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'qr_codes.label_sheets.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'notification_preferences.preferences.update': { paramsTuple?: []; params?: {} }
    'notification_preferences.rhythms.update': { paramsTuple?: []; params?: {} }
    'notification_preferences.rules.update': { paramsTuple?: []; params?: {} }
    'api.notification_preferences.preferences.update': { paramsTuple?: []; params?: {} }
    'api.notification_preferences.rhythms.update': { paramsTuple?: []; params?: {} }
    'message_templates.templates.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'channel': ParamValue,'language': ParamValue} }
    'tenancy.settings.update': { paramsTuple?: []; params?: {} }
    'tenancy.numbers.update': { paramsTuple?: []; params?: {} }
    'api.tenancy.settings.update': { paramsTuple?: []; params?: {} }
    'console.companies.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'webhooks.endpoints.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.webhooks.endpoints.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.connections.update': { paramsTuple?: []; params?: {} }
    'crm_connections.syncs.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.fields.update': { paramsTuple?: []; params?: {} }
    'crm_connections.conflicts.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.newcomers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_connections.newcomer_rules.update': { paramsTuple?: []; params?: {} }
    'crm_connections.firm_rules.update': { paramsTuple?: []; params?: {} }
    'crm_connections.links.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'crm_deals.deals.update': { paramsTuple: [ParamValue]; params: {'lead_id': ParamValue} }
    'crm_deals.plans.update': { paramsTuple?: []; params?: {} }
    'retention.retentions.update': { paramsTuple?: []; params?: {} }
    'bookings.calendars.update': { paramsTuple?: []; params?: {} }
    'impersonations.support_accesses.update': { paramsTuple?: []; params?: {} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}