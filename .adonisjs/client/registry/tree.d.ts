/* eslint-disable prettier/prettier */
import type { routes } from './index.ts'

export interface ApiDefinition {
  identity: {
    homes: {
      show: typeof routes['identity.homes.show']
    }
    companies: {
      index: typeof routes['identity.companies.index']
    }
    acceptances: {
      create: typeof routes['identity.acceptances.create']
      store: typeof routes['identity.acceptances.store']
    }
    landings: {
      show: typeof routes['identity.landings.show']
    }
    users: {
      index: typeof routes['identity.users.index']
      update: typeof routes['identity.users.update']
    }
    userDeactivations: {
      store: typeof routes['identity.user_deactivations.store']
      destroy: typeof routes['identity.user_deactivations.destroy']
    }
    invitations: {
      store: typeof routes['identity.invitations.store']
      destroy: typeof routes['identity.invitations.destroy']
    }
    invitationResends: {
      store: typeof routes['identity.invitation_resends.store']
    }
    invitationLinks: {
      store: typeof routes['identity.invitation_links.store']
    }
  }
  api: {
    identity: {
      users: {
        index: typeof routes['api.identity.users.index']
        show: typeof routes['api.identity.users.show']
        update: typeof routes['api.identity.users.update']
      }
      ownUsers: {
        show: typeof routes['api.identity.own_users.show']
      }
      userDeactivations: {
        store: typeof routes['api.identity.user_deactivations.store']
      }
    }
    registrations: {
      apiRegistrations: {
        store: typeof routes['api.registrations.api_registrations.store']
      }
    }
    accessTokens: {
      apiSessions: {
        store: typeof routes['api.access_tokens.api_sessions.store']
        destroy: typeof routes['api.access_tokens.api_sessions.destroy']
      }
      renewals: {
        store: typeof routes['api.access_tokens.renewals.store']
      }
    }
    docs: {
      show: typeof routes['api.docs.show']
    }
    descriptions: {
      show: typeof routes['api.descriptions.show']
    }
    leads: {
      leads: {
        index: typeof routes['api.leads.leads.index']
        store: typeof routes['api.leads.leads.store']
        show: typeof routes['api.leads.leads.show']
        update: typeof routes['api.leads.leads.update']
      }
      searches: {
        index: typeof routes['api.leads.searches.index']
      }
      losses: {
        destroy: typeof routes['api.leads.losses.destroy']
        store: typeof routes['api.leads.losses.store']
      }
      assignments: {
        store: typeof routes['api.leads.assignments.store']
      }
      reassignments: {
        store: typeof routes['api.leads.reassignments.store']
      }
      starts: {
        store: typeof routes['api.leads.starts.store']
      }
      files: {
        index: typeof routes['api.leads.files.index']
        store: typeof routes['api.leads.files.store']
      }
      attachments: {
        store: typeof routes['api.leads.attachments.store']
      }
      histories: {
        index: typeof routes['api.leads.histories.index']
      }
    }
    messages: {
      conversations: {
        index: typeof routes['api.messages.conversations.index']
      }
      assignments: {
        store: typeof routes['api.messages.assignments.store']
      }
      messages: {
        index: typeof routes['api.messages.messages.index']
        store: typeof routes['api.messages.messages.store']
      }
    }
    notes: {
      notes: {
        index: typeof routes['api.notes.notes.index']
        store: typeof routes['api.notes.notes.store']
      }
    }
    cannedReplies: {
      cannedReplies: {
        index: typeof routes['api.canned_replies.canned_replies.index']
        show: typeof routes['api.canned_replies.canned_replies.show']
        store: typeof routes['api.canned_replies.canned_replies.store']
        update: typeof routes['api.canned_replies.canned_replies.update']
        destroy: typeof routes['api.canned_replies.canned_replies.destroy']
      }
    }
    orders: {
      orders: {
        index: typeof routes['api.orders.orders.index']
        show: typeof routes['api.orders.orders.show']
      }
      visits: {
        index: typeof routes['api.orders.visits.index']
        store: typeof routes['api.orders.visits.store']
        update: typeof routes['api.orders.visits.update']
      }
      visitCompletions: {
        store: typeof routes['api.orders.visit_completions.store']
        destroy: typeof routes['api.orders.visit_completions.destroy']
      }
      visitCancellations: {
        store: typeof routes['api.orders.visit_cancellations.store']
      }
    }
    customers: {
      customers: {
        index: typeof routes['api.customers.customers.index']
        store: typeof routes['api.customers.customers.store']
        show: typeof routes['api.customers.customers.show']
        update: typeof routes['api.customers.customers.update']
      }
      archivals: {
        store: typeof routes['api.customers.archivals.store']
        destroy: typeof routes['api.customers.archivals.destroy']
      }
      contacts: {
        store: typeof routes['api.customers.contacts.store']
        update: typeof routes['api.customers.contacts.update']
        destroy: typeof routes['api.customers.contacts.destroy']
      }
      sites: {
        store: typeof routes['api.customers.sites.store']
        update: typeof routes['api.customers.sites.update']
        destroy: typeof routes['api.customers.sites.destroy']
      }
    }
    customerMerges: {
      customerMerges: {
        store: typeof routes['api.customer_merges.customer_merges.store']
      }
    }
    notifications: {
      notifications: {
        index: typeof routes['api.notifications.notifications.index']
        show: typeof routes['api.notifications.notifications.show']
        destroy: typeof routes['api.notifications.notifications.destroy']
      }
      inboxReadings: {
        store: typeof routes['api.notifications.inbox_readings.store']
      }
      readings: {
        store: typeof routes['api.notifications.readings.store']
        destroy: typeof routes['api.notifications.readings.destroy']
      }
      archivals: {
        store: typeof routes['api.notifications.archivals.store']
        destroy: typeof routes['api.notifications.archivals.destroy']
      }
      snoozes: {
        store: typeof routes['api.notifications.snoozes.store']
        destroy: typeof routes['api.notifications.snoozes.destroy']
      }
    }
    notificationPreferences: {
      preferences: {
        index: typeof routes['api.notification_preferences.preferences.index']
        update: typeof routes['api.notification_preferences.preferences.update']
        destroy: typeof routes['api.notification_preferences.preferences.destroy']
      }
      rhythms: {
        show: typeof routes['api.notification_preferences.rhythms.show']
        update: typeof routes['api.notification_preferences.rhythms.update']
      }
    }
    deliveries: {
      pushSubscriptions: {
        index: typeof routes['api.deliveries.push_subscriptions.index']
        store: typeof routes['api.deliveries.push_subscriptions.store']
        destroy: typeof routes['api.deliveries.push_subscriptions.destroy']
      }
      pushTrials: {
        store: typeof routes['api.deliveries.push_trials.store']
      }
    }
    tenancy: {
      settings: {
        show: typeof routes['api.tenancy.settings.show']
        update: typeof routes['api.tenancy.settings.update']
      }
    }
    webhooks: {
      endpoints: {
        index: typeof routes['api.webhooks.endpoints.index']
        store: typeof routes['api.webhooks.endpoints.store']
        show: typeof routes['api.webhooks.endpoints.show']
        update: typeof routes['api.webhooks.endpoints.update']
        destroy: typeof routes['api.webhooks.endpoints.destroy']
      }
      secrets: {
        store: typeof routes['api.webhooks.secrets.store']
      }
      trials: {
        store: typeof routes['api.webhooks.trials.store']
      }
      pauses: {
        store: typeof routes['api.webhooks.pauses.store']
        destroy: typeof routes['api.webhooks.pauses.destroy']
      }
      failedResends: {
        store: typeof routes['api.webhooks.failed_resends.store']
      }
      deliveries: {
        index: typeof routes['api.webhooks.deliveries.index']
        show: typeof routes['api.webhooks.deliveries.show']
      }
      resends: {
        store: typeof routes['api.webhooks.resends.store']
      }
    }
    timelines: {
      histories: {
        show: typeof routes['api.timelines.histories.show']
      }
      restorations: {
        store: typeof routes['api.timelines.restorations.store']
      }
    }
  }
  access: {
    roles: {
      index: typeof routes['access.roles.index']
      create: typeof routes['access.roles.create']
      store: typeof routes['access.roles.store']
      edit: typeof routes['access.roles.edit']
      update: typeof routes['access.roles.update']
      destroy: typeof routes['access.roles.destroy']
    }
    teams: {
      index: typeof routes['access.teams.index']
      store: typeof routes['access.teams.store']
      update: typeof routes['access.teams.update']
      destroy: typeof routes['access.teams.destroy']
    }
    permissions: {
      show: typeof routes['access.permissions.show']
    }
    viewers: {
      show: typeof routes['access.viewers.show']
    }
  }
  signIn: {
    sessions: {
      create: typeof routes['sign_in.sessions.create']
      store: typeof routes['sign_in.sessions.store']
      destroy: typeof routes['sign_in.sessions.destroy']
    }
    signInLinks: {
      create: typeof routes['sign_in.sign_in_links.create']
      store: typeof routes['sign_in.sign_in_links.store']
    }
    linkSignIns: {
      create: typeof routes['sign_in.link_sign_ins.create']
      store: typeof routes['sign_in.link_sign_ins.store']
    }
    forgottenPasswords: {
      create: typeof routes['sign_in.forgotten_passwords.create']
      store: typeof routes['sign_in.forgotten_passwords.store']
    }
    passwordResets: {
      create: typeof routes['sign_in.password_resets.create']
      store: typeof routes['sign_in.password_resets.store']
    }
    emailApprovals: {
      create: typeof routes['sign_in.email_approvals.create']
      store: typeof routes['sign_in.email_approvals.store']
      destroy: typeof routes['sign_in.email_approvals.destroy']
    }
    emailProofs: {
      create: typeof routes['sign_in.email_proofs.create']
      store: typeof routes['sign_in.email_proofs.store']
    }
    emailAgreements: {
      show: typeof routes['sign_in.email_agreements.show']
    }
    confirmations: {
      create: typeof routes['sign_in.confirmations.create']
      store: typeof routes['sign_in.confirmations.store']
    }
    mailedConfirmations: {
      store: typeof routes['sign_in.mailed_confirmations.store']
      update: typeof routes['sign_in.mailed_confirmations.update']
    }
    profiles: {
      edit: typeof routes['sign_in.profiles.edit']
      update: typeof routes['sign_in.profiles.update']
    }
    credentials: {
      show: typeof routes['sign_in.credentials.show']
      update: typeof routes['sign_in.credentials.update']
    }
    emailChanges: {
      store: typeof routes['sign_in.email_changes.store']
      destroy: typeof routes['sign_in.email_changes.destroy']
    }
    passwords: {
      update: typeof routes['sign_in.passwords.update']
    }
    devices: {
      index: typeof routes['sign_in.devices.index']
      destroy: typeof routes['sign_in.devices.destroy']
    }
    otherSessions: {
      destroy: typeof routes['sign_in.other_sessions.destroy']
    }
  }
  registrations: {
    registrations: {
      create: typeof routes['registrations.registrations.create']
      store: typeof routes['registrations.registrations.store']
    }
    openings: {
      create: typeof routes['registrations.openings.create']
      store: typeof routes['registrations.openings.store']
    }
  }
  twoFactor: {
    challenges: {
      create: typeof routes['two_factor.challenges.create']
      store: typeof routes['two_factor.challenges.store']
    }
    codeConfirmations: {
      store: typeof routes['two_factor.code_confirmations.store']
    }
    setUps: {
      create: typeof routes['two_factor.set_ups.create']
      store: typeof routes['two_factor.set_ups.store']
      destroy: typeof routes['two_factor.set_ups.destroy']
    }
    recoveryCodes: {
      store: typeof routes['two_factor.recovery_codes.store']
    }
    requirements: {
      edit: typeof routes['two_factor.requirements.edit']
      update: typeof routes['two_factor.requirements.update']
    }
  }
  accessTokens: {
    accessTokens: {
      index: typeof routes['access_tokens.access_tokens.index']
      store: typeof routes['access_tokens.access_tokens.store']
      destroy: typeof routes['access_tokens.access_tokens.destroy']
    }
    serviceTokens: {
      index: typeof routes['access_tokens.service_tokens.index']
      store: typeof routes['access_tokens.service_tokens.store']
      destroy: typeof routes['access_tokens.service_tokens.destroy']
    }
  }
  singleSignOn: {
    signIns: {
      store: typeof routes['single_sign_on.sign_ins.store']
      show: typeof routes['single_sign_on.sign_ins.show']
    }
    callbacks: {
      show: typeof routes['single_sign_on.callbacks.show']
    }
    confirmations: {
      show: typeof routes['single_sign_on.confirmations.show']
      create: typeof routes['single_sign_on.confirmations.create']
    }
    signOuts: {
      show: typeof routes['single_sign_on.sign_outs.show']
    }
    issuerLogouts: {
      store: typeof routes['single_sign_on.issuer_logouts.store']
    }
    breakGlasses: {
      create: typeof routes['single_sign_on.break_glasses.create']
      store: typeof routes['single_sign_on.break_glasses.store']
    }
    connections: {
      index: typeof routes['single_sign_on.connections.index']
      update: typeof routes['single_sign_on.connections.update']
    }
    rolePreviews: {
      store: typeof routes['single_sign_on.role_previews.store']
    }
    domains: {
      store: typeof routes['single_sign_on.domains.store']
      destroy: typeof routes['single_sign_on.domains.destroy']
    }
    enforcements: {
      store: typeof routes['single_sign_on.enforcements.store']
      destroy: typeof routes['single_sign_on.enforcements.destroy']
    }
    scimTokens: {
      store: typeof routes['single_sign_on.scim_tokens.store']
      destroy: typeof routes['single_sign_on.scim_tokens.destroy']
    }
    domainChecks: {
      store: typeof routes['single_sign_on.domain_checks.store']
    }
    scimServiceProviderConfigs: {
      show: typeof routes['single_sign_on.scim_service_provider_configs.show']
    }
    scimResourceTypes: {
      index: typeof routes['single_sign_on.scim_resource_types.index']
      show: typeof routes['single_sign_on.scim_resource_types.show']
    }
    scimSchemas: {
      index: typeof routes['single_sign_on.scim_schemas.index']
      show: typeof routes['single_sign_on.scim_schemas.show']
    }
    scimUsers: {
      index: typeof routes['single_sign_on.scim_users.index']
      store: typeof routes['single_sign_on.scim_users.store']
      show: typeof routes['single_sign_on.scim_users.show']
      update: typeof routes['single_sign_on.scim_users.update']
      patch: typeof routes['single_sign_on.scim_users.patch']
      destroy: typeof routes['single_sign_on.scim_users.destroy']
    }
    scimGroups: {
      index: typeof routes['single_sign_on.scim_groups.index']
      store: typeof routes['single_sign_on.scim_groups.store']
      show: typeof routes['single_sign_on.scim_groups.show']
      update: typeof routes['single_sign_on.scim_groups.update']
      patch: typeof routes['single_sign_on.scim_groups.patch']
      destroy: typeof routes['single_sign_on.scim_groups.destroy']
    }
  }
  socialAccounts: {
    socialSignIns: {
      store: typeof routes['social_accounts.social_sign_ins.store']
    }
    socialCallbacks: {
      show: typeof routes['social_accounts.social_callbacks.show']
    }
    connections: {
      create: typeof routes['social_accounts.connections.create']
      store: typeof routes['social_accounts.connections.store']
    }
    socialAccounts: {
      store: typeof routes['social_accounts.social_accounts.store']
      destroy: typeof routes['social_accounts.social_accounts.destroy']
    }
  }
  dashboards: {
    dashboards: {
      show: typeof routes['dashboards.dashboards.show']
    }
  }
  leads: {
    leads: {
      index: typeof routes['leads.leads.index']
      store: typeof routes['leads.leads.store']
      show: typeof routes['leads.leads.show']
    }
    exports: {
      store: typeof routes['leads.exports.store']
      show: typeof routes['leads.exports.show']
    }
    assignments: {
      store: typeof routes['leads.assignments.store']
    }
    parties: {
      update: typeof routes['leads.parties.update']
    }
    starts: {
      store: typeof routes['leads.starts.store']
    }
    losses: {
      store: typeof routes['leads.losses.store']
    }
    preparations: {
      store: typeof routes['leads.preparations.store']
    }
    attachments: {
      show: typeof routes['leads.attachments.show']
      store: typeof routes['leads.attachments.store']
    }
  }
  leadFlows: {
    leadFlows: {
      index: typeof routes['lead_flows.lead_flows.index']
      store: typeof routes['lead_flows.lead_flows.store']
      edit: typeof routes['lead_flows.lead_flows.edit']
      update: typeof routes['lead_flows.lead_flows.update']
      destroy: typeof routes['lead_flows.lead_flows.destroy']
    }
    ways: {
      edit: typeof routes['lead_flows.ways.edit']
      update: typeof routes['lead_flows.ways.update']
    }
    comparisons: {
      show: typeof routes['lead_flows.comparisons.show']
    }
    versions: {
      index: typeof routes['lead_flows.versions.index']
    }
    restorations: {
      store: typeof routes['lead_flows.restorations.store']
    }
    previews: {
      show: typeof routes['lead_flows.previews.show']
    }
    publications: {
      store: typeof routes['lead_flows.publications.store']
    }
    drafts: {
      destroy: typeof routes['lead_flows.drafts.destroy']
    }
    standards: {
      store: typeof routes['lead_flows.standards.store']
    }
  }
  messages: {
    conversations: {
      index: typeof routes['messages.conversations.index']
    }
    assignments: {
      store: typeof routes['messages.assignments.store']
    }
    replies: {
      store: typeof routes['messages.replies.store']
    }
    readings: {
      store: typeof routes['messages.readings.store']
    }
  }
  notes: {
    notes: {
      store: typeof routes['notes.notes.store']
    }
  }
  cannedReplies: {
    cannedReplies: {
      index: typeof routes['canned_replies.canned_replies.index']
      store: typeof routes['canned_replies.canned_replies.store']
      update: typeof routes['canned_replies.canned_replies.update']
      destroy: typeof routes['canned_replies.canned_replies.destroy']
    }
  }
  orders: {
    orders: {
      index: typeof routes['orders.orders.index']
      show: typeof routes['orders.orders.show']
    }
    exports: {
      store: typeof routes['orders.exports.store']
      show: typeof routes['orders.exports.show']
    }
    conversions: {
      store: typeof routes['orders.conversions.store']
    }
    visits: {
      store: typeof routes['orders.visits.store']
      update: typeof routes['orders.visits.update']
    }
    visitCompletions: {
      store: typeof routes['orders.visit_completions.store']
      destroy: typeof routes['orders.visit_completions.destroy']
    }
    visitCancellations: {
      store: typeof routes['orders.visit_cancellations.store']
    }
    sites: {
      update: typeof routes['orders.sites.update']
    }
    completions: {
      store: typeof routes['orders.completions.store']
    }
    cancellations: {
      store: typeof routes['orders.cancellations.store']
    }
  }
  customers: {
    customers: {
      index: typeof routes['customers.customers.index']
      create: typeof routes['customers.customers.create']
      store: typeof routes['customers.customers.store']
      show: typeof routes['customers.customers.show']
      edit: typeof routes['customers.customers.edit']
      update: typeof routes['customers.customers.update']
    }
    exports: {
      store: typeof routes['customers.exports.store']
      show: typeof routes['customers.exports.show']
    }
    archivals: {
      store: typeof routes['customers.archivals.store']
      destroy: typeof routes['customers.archivals.destroy']
    }
    contacts: {
      store: typeof routes['customers.contacts.store']
      update: typeof routes['customers.contacts.update']
      destroy: typeof routes['customers.contacts.destroy']
    }
    sites: {
      store: typeof routes['customers.sites.store']
      update: typeof routes['customers.sites.update']
      destroy: typeof routes['customers.sites.destroy']
    }
    imports: {
      create: typeof routes['customers.imports.create']
      store: typeof routes['customers.imports.store']
    }
  }
  customerMerges: {
    customerMerges: {
      create: typeof routes['customer_merges.customer_merges.create']
      store: typeof routes['customer_merges.customer_merges.store']
    }
  }
  qrCodes: {
    qrBatches: {
      index: typeof routes['qr_codes.qr_batches.index']
      create: typeof routes['qr_codes.qr_batches.create']
      store: typeof routes['qr_codes.qr_batches.store']
      show: typeof routes['qr_codes.qr_batches.show']
      update: typeof routes['qr_codes.qr_batches.update']
    }
    qrPrintings: {
      index: typeof routes['qr_codes.qr_printings.index']
    }
    labelSheets: {
      index: typeof routes['qr_codes.label_sheets.index']
      create: typeof routes['qr_codes.label_sheets.create']
      store: typeof routes['qr_codes.label_sheets.store']
      edit: typeof routes['qr_codes.label_sheets.edit']
      update: typeof routes['qr_codes.label_sheets.update']
      destroy: typeof routes['qr_codes.label_sheets.destroy']
    }
    stocks: {
      show: typeof routes['qr_codes.stocks.show']
    }
    qrCodes: {
      show: typeof routes['qr_codes.qr_codes.show']
    }
    retirements: {
      store: typeof routes['qr_codes.retirements.store']
    }
    losses: {
      store: typeof routes['qr_codes.losses.store']
    }
    clearances: {
      store: typeof routes['qr_codes.clearances.store']
    }
    assignments: {
      destroy: typeof routes['qr_codes.assignments.destroy']
      create: typeof routes['qr_codes.assignments.create']
      store: typeof routes['qr_codes.assignments.store']
    }
    labelPreviews: {
      show: typeof routes['qr_codes.label_previews.show']
    }
    bulkBindings: {
      create: typeof routes['qr_codes.bulk_bindings.create']
      store: typeof routes['qr_codes.bulk_bindings.store']
    }
    symbols: {
      show: typeof routes['qr_codes.symbols.show']
    }
    sheets: {
      show: typeof routes['qr_codes.sheets.show']
    }
  }
  scans: {
    scans: {
      index: typeof routes['scans.scans.index']
    }
    unscannedCodes: {
      index: typeof routes['scans.unscanned_codes.index']
    }
    walks: {
      index: typeof routes['scans.walks.index']
      show: typeof routes['scans.walks.show']
    }
  }
  field: {
    home: {
      index: typeof routes['field.home.index']
    }
    customers: {
      index: typeof routes['field.customers.index']
      create: typeof routes['field.customers.create']
      store: typeof routes['field.customers.store']
      show: typeof routes['field.customers.show']
    }
    submissions: {
      store: typeof routes['field.submissions.store']
    }
    bindings: {
      create: typeof routes['field.bindings.create']
      store: typeof routes['field.bindings.store']
      show: typeof routes['field.bindings.show']
      destroy: typeof routes['field.bindings.destroy']
    }
  }
  notifications: {
    notifications: {
      index: typeof routes['notifications.notifications.index']
      show: typeof routes['notifications.notifications.show']
    }
    readings: {
      store: typeof routes['notifications.readings.store']
      destroy: typeof routes['notifications.readings.destroy']
    }
    archivals: {
      store: typeof routes['notifications.archivals.store']
      destroy: typeof routes['notifications.archivals.destroy']
    }
    snoozes: {
      store: typeof routes['notifications.snoozes.store']
      destroy: typeof routes['notifications.snoozes.destroy']
    }
    inboxReadings: {
      store: typeof routes['notifications.inbox_readings.store']
      destroy: typeof routes['notifications.inbox_readings.destroy']
    }
  }
  notificationPreferences: {
    preferences: {
      edit: typeof routes['notification_preferences.preferences.edit']
      update: typeof routes['notification_preferences.preferences.update']
      destroy: typeof routes['notification_preferences.preferences.destroy']
    }
    rhythms: {
      update: typeof routes['notification_preferences.rhythms.update']
    }
    rules: {
      edit: typeof routes['notification_preferences.rules.edit']
      update: typeof routes['notification_preferences.rules.update']
    }
    unsubscriptions: {
      create: typeof routes['notification_preferences.unsubscriptions.create']
      store: typeof routes['notification_preferences.unsubscriptions.store']
    }
    subscriptions: {
      store: typeof routes['notification_preferences.subscriptions.store']
    }
  }
  deliveries: {
    deliveries: {
      index: typeof routes['deliveries.deliveries.index']
      show: typeof routes['deliveries.deliveries.show']
    }
    blockedAddresses: {
      index: typeof routes['deliveries.blocked_addresses.index']
      destroy: typeof routes['deliveries.blocked_addresses.destroy']
    }
    resends: {
      store: typeof routes['deliveries.resends.store']
    }
    arrivals: {
      store: typeof routes['deliveries.arrivals.store']
    }
    pushSubscriptions: {
      store: typeof routes['deliveries.push_subscriptions.store']
      destroy: typeof routes['deliveries.push_subscriptions.destroy']
    }
    pushTrials: {
      store: typeof routes['deliveries.push_trials.store']
    }
    pushRenewals: {
      store: typeof routes['deliveries.push_renewals.store']
    }
  }
  bounces: {
    mailReports: {
      store: typeof routes['bounces.mail_reports.store']
    }
  }
  messageTemplates: {
    templates: {
      index: typeof routes['message_templates.templates.index']
      edit: typeof routes['message_templates.templates.edit']
      update: typeof routes['message_templates.templates.update']
      destroy: typeof routes['message_templates.templates.destroy']
    }
    publications: {
      store: typeof routes['message_templates.publications.store']
      destroy: typeof routes['message_templates.publications.destroy']
    }
    restorations: {
      store: typeof routes['message_templates.restorations.store']
    }
    trials: {
      store: typeof routes['message_templates.trials.store']
    }
  }
  tenancy: {
    settings: {
      edit: typeof routes['tenancy.settings.edit']
      update: typeof routes['tenancy.settings.update']
    }
    numbers: {
      edit: typeof routes['tenancy.numbers.edit']
      update: typeof routes['tenancy.numbers.update']
    }
    logos: {
      store: typeof routes['tenancy.logos.store']
      destroy: typeof routes['tenancy.logos.destroy']
      show: typeof routes['tenancy.logos.show']
    }
  }
  console: {
    home: typeof routes['console.home']
    companies: {
      index: typeof routes['console.companies.index']
      create: typeof routes['console.companies.create']
      store: typeof routes['console.companies.store']
      show: typeof routes['console.companies.show']
      edit: typeof routes['console.companies.edit']
      update: typeof routes['console.companies.update']
    }
    logos: {
      store: typeof routes['console.logos.store']
      destroy: typeof routes['console.logos.destroy']
    }
    deactivations: {
      store: typeof routes['console.deactivations.store']
      destroy: typeof routes['console.deactivations.destroy']
    }
    invitations: {
      store: typeof routes['console.invitations.store']
      destroy: typeof routes['console.invitations.destroy']
    }
    invitationResends: {
      store: typeof routes['console.invitation_resends.store']
    }
    deliveries: {
      index: typeof routes['console.deliveries.index']
      show: typeof routes['console.deliveries.show']
    }
    superUsers: {
      index: typeof routes['console.super_users.index']
      store: typeof routes['console.super_users.store']
      destroy: typeof routes['console.super_users.destroy']
    }
    identityMails: {
      index: typeof routes['console.identity_mails.index']
    }
    identityMailResends: {
      store: typeof routes['console.identity_mail_resends.store']
    }
    identityMailLinks: {
      store: typeof routes['console.identity_mail_links.store']
    }
    invitationLinks: {
      store: typeof routes['console.invitation_links.store']
    }
    providers: {
      index: typeof routes['console.providers.index']
    }
    probes: {
      store: typeof routes['console.probes.store']
    }
    queues: {
      index: typeof routes['console.queues.index']
      show: typeof routes['console.queues.show']
    }
    replays: {
      store: typeof routes['console.replays.store']
    }
    discards: {
      store: typeof routes['console.discards.store']
    }
    installationTimers: {
      index: typeof routes['console.installation_timers.index']
    }
    operatorCancellations: {
      store: typeof routes['console.operator_cancellations.store']
      destroy: typeof routes['console.operator_cancellations.destroy']
    }
    operatorEntries: {
      index: typeof routes['console.operator_entries.index']
    }
    impersonations: {
      create: typeof routes['console.impersonations.create']
      store: typeof routes['console.impersonations.store']
      destroy: typeof routes['console.impersonations.destroy']
    }
  }
  operations: {
    unfinished: {
      index: typeof routes['operations.unfinished.index']
    }
    ownReplays: {
      store: typeof routes['operations.own_replays.store']
    }
    ownDiscards: {
      store: typeof routes['operations.own_discards.store']
    }
  }
  timers: {
    timers: {
      index: typeof routes['timers.timers.index']
    }
    cancellations: {
      store: typeof routes['timers.cancellations.store']
      destroy: typeof routes['timers.cancellations.destroy']
    }
    pauses: {
      store: typeof routes['timers.pauses.store']
      destroy: typeof routes['timers.pauses.destroy']
    }
  }
  webhooks: {
    endpoints: {
      index: typeof routes['webhooks.endpoints.index']
      store: typeof routes['webhooks.endpoints.store']
      show: typeof routes['webhooks.endpoints.show']
      update: typeof routes['webhooks.endpoints.update']
      destroy: typeof routes['webhooks.endpoints.destroy']
    }
    secrets: {
      store: typeof routes['webhooks.secrets.store']
    }
    trials: {
      store: typeof routes['webhooks.trials.store']
    }
    pauses: {
      store: typeof routes['webhooks.pauses.store']
      destroy: typeof routes['webhooks.pauses.destroy']
    }
    failedResends: {
      store: typeof routes['webhooks.failed_resends.store']
    }
    deliveries: {
      show: typeof routes['webhooks.deliveries.show']
    }
    resends: {
      store: typeof routes['webhooks.resends.store']
    }
  }
  requests: {
    requests: {
      create: typeof routes['requests.requests.create']
      store: typeof routes['requests.requests.store']
    }
    printed: typeof routes['requests.printed']
    stickerReports: {
      create: typeof routes['requests.sticker_reports.create']
      store: typeof routes['requests.sticker_reports.store']
    }
    linkedRequests: {
      create: typeof routes['requests.linked_requests.create']
      store: typeof routes['requests.linked_requests.store']
    }
    embeddedRequests: {
      create: typeof routes['requests.embedded_requests.create']
      store: typeof routes['requests.embedded_requests.store']
    }
    downloads: {
      show: typeof routes['requests.downloads.show']
    }
    statuses: {
      show: typeof routes['requests.statuses.show']
    }
    messages: {
      store: typeof routes['requests.messages.store']
    }
    cancellations: {
      create: typeof routes['requests.cancellations.create']
      store: typeof routes['requests.cancellations.store']
    }
    reschedulings: {
      create: typeof routes['requests.reschedulings.create']
      store: typeof routes['requests.reschedulings.store']
    }
    visitCancellations: {
      create: typeof routes['requests.visit_cancellations.create']
      store: typeof routes['requests.visit_cancellations.store']
    }
    attachments: {
      show: typeof routes['requests.attachments.show']
    }
    files: {
      show: typeof routes['requests.files.show']
    }
  }
  audit: {
    entries: {
      index: typeof routes['audit.entries.index']
    }
    exports: {
      show: typeof routes['audit.exports.show']
    }
  }
  timelines: {
    histories: {
      show: typeof routes['timelines.histories.show']
    }
    restorations: {
      store: typeof routes['timelines.restorations.store']
    }
  }
  crmConnections: {
    receivedWebhooks: {
      store: typeof routes['crm_connections.received_webhooks.store']
    }
    connections: {
      edit: typeof routes['crm_connections.connections.edit']
      update: typeof routes['crm_connections.connections.update']
      destroy: typeof routes['crm_connections.connections.destroy']
    }
    authorizations: {
      store: typeof routes['crm_connections.authorizations.store']
      show: typeof routes['crm_connections.authorizations.show']
    }
    trials: {
      store: typeof routes['crm_connections.trials.store']
    }
    syncs: {
      store: typeof routes['crm_connections.syncs.store']
      show: typeof routes['crm_connections.syncs.show']
      update: typeof routes['crm_connections.syncs.update']
    }
    exports: {
      store: typeof routes['crm_connections.exports.store']
      show: typeof routes['crm_connections.exports.show']
    }
    fields: {
      edit: typeof routes['crm_connections.fields.edit']
      update: typeof routes['crm_connections.fields.update']
    }
    fieldPreviews: {
      store: typeof routes['crm_connections.field_previews.store']
    }
    conflicts: {
      index: typeof routes['crm_connections.conflicts.index']
      update: typeof routes['crm_connections.conflicts.update']
    }
    newcomers: {
      index: typeof routes['crm_connections.newcomers.index']
      store: typeof routes['crm_connections.newcomers.store']
      update: typeof routes['crm_connections.newcomers.update']
    }
    newcomerRules: {
      update: typeof routes['crm_connections.newcomer_rules.update']
    }
    firmRules: {
      update: typeof routes['crm_connections.firm_rules.update']
    }
    links: {
      update: typeof routes['crm_connections.links.update']
    }
  }
  crmDeals: {
    plans: {
      edit: typeof routes['crm_deals.plans.edit']
      update: typeof routes['crm_deals.plans.update']
      destroy: typeof routes['crm_deals.plans.destroy']
    }
    deals: {
      update: typeof routes['crm_deals.deals.update']
    }
  }
  vendorConnections: {
    arrivals: {
      show: typeof routes['vendor_connections.arrivals.show']
    }
  }
  integrations: {
    integrations: {
      index: typeof routes['integrations.integrations.index']
    }
  }
  retention: {
    retentions: {
      edit: typeof routes['retention.retentions.edit']
      update: typeof routes['retention.retentions.update']
    }
    archives: {
      show: typeof routes['retention.archives.show']
    }
    historyExports: {
      show: typeof routes['retention.history_exports.show']
    }
  }
  bookings: {
    calendars: {
      edit: typeof routes['bookings.calendars.edit']
      update: typeof routes['bookings.calendars.update']
    }
  }
  impersonations: {
    supportAccesses: {
      edit: typeof routes['impersonations.support_accesses.edit']
      update: typeof routes['impersonations.support_accesses.update']
    }
    supportConsents: {
      store: typeof routes['impersonations.support_consents.store']
      destroy: typeof routes['impersonations.support_consents.destroy']
    }
    visitEndings: {
      store: typeof routes['impersonations.visit_endings.store']
    }
  }
}
