/* eslint-disable prettier/prettier */
/// <reference path="../manifest.d.ts" />

import type { ExtractBody, ExtractErrorResponse, ExtractQuery, ExtractQueryForGet, ExtractResponse } from '@tuyau/core/types'
import type { InferInput, SimpleError } from '@vinejs/vine/types'

export type ParamValue = string | number | bigint | boolean

export interface Registry {
  'identity.homes.show': {
    methods: ["GET","HEAD"]
    pattern: '/'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/homes_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/homes_controller').default['show']>>>
    }
  }
  'identity.companies.index': {
    methods: ["GET","HEAD"]
    pattern: '/companies'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/companies_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/companies_controller').default['index']>>>
    }
  }
  'identity.acceptances.create': {
    methods: ["GET","HEAD"]
    pattern: '/invitations/:token'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/acceptances_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/acceptances_controller').default['create']>>>
    }
  }
  'identity.acceptances.store': {
    methods: ["POST"]
    pattern: '/invitations/:token'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/acceptances_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/acceptances_controller').default['store']>>>
    }
  }
  'identity.landings.show': {
    methods: ["GET","HEAD"]
    pattern: '/home'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/landings_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/landings_controller').default['show']>>>
    }
  }
  'identity.users.index': {
    methods: ["GET","HEAD"]
    pattern: '/team'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/identity/user_validator').teamFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/users_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/users_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.users.update': {
    methods: ["PATCH"]
    pattern: '/team/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/user_validator').userValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/identity/user_validator').userValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/users_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/users_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.user_deactivations.store': {
    methods: ["POST"]
    pattern: '/team/:id/deactivation'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/user_deactivations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/user_deactivations_controller').default['store']>>>
    }
  }
  'identity.user_deactivations.destroy': {
    methods: ["DELETE"]
    pattern: '/team/:id/deactivation'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/user_deactivations_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/user_deactivations_controller').default['destroy']>>>
    }
  }
  'identity.invitations.store': {
    methods: ["POST"]
    pattern: '/team/invitations'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/user_validator').invitationValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/identity/user_validator').invitationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/invitations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/invitations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'identity.invitations.destroy': {
    methods: ["DELETE"]
    pattern: '/team/invitations/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/invitations_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/invitations_controller').default['destroy']>>>
    }
  }
  'identity.invitation_resends.store': {
    methods: ["POST"]
    pattern: '/team/invitations/:id/resends'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/invitation_resends_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/invitation_resends_controller').default['store']>>>
    }
  }
  'identity.invitation_links.store': {
    methods: ["POST"]
    pattern: '/team/invitations/:id/links'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/invitation_links_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/invitation_links_controller').default['store']>>>
    }
  }
  'api.identity.users.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/users'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/identity/user_validator').teamFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/users_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/users_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.identity.own_users.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/users/me'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/own_users_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/own_users_controller').default['show']>>>
    }
  }
  'api.identity.users.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/users/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/users_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/users_controller').default['show']>>>
    }
  }
  'api.identity.users.update': {
    methods: ["PUT"]
    pattern: '/api/users/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/user_validator').userValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/identity/user_validator').userValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/users_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/users_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.identity.user_deactivations.store': {
    methods: ["DELETE"]
    pattern: '/api/users/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/identity/controllers/user_deactivations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/identity/controllers/user_deactivations_controller').default['store']>>>
    }
  }
  'access.roles.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/roles'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['index']>>>
    }
  }
  'access.roles.create': {
    methods: ["GET","HEAD"]
    pattern: '/settings/roles/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/access/role_validator').roleStartValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['create']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'access.roles.store': {
    methods: ["POST"]
    pattern: '/settings/roles'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/access/role_validator').newRoleValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/access/role_validator').newRoleValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'access.roles.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/roles/:id/edit'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['edit']>>>
    }
  }
  'access.roles.update': {
    methods: ["PUT"]
    pattern: '/settings/roles/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/access/role_validator').roleValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/access/role_validator').roleValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'access.roles.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/roles/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/roles_controller').default['destroy']>>>
    }
  }
  'access.teams.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/teams'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/teams_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/teams_controller').default['index']>>>
    }
  }
  'access.teams.store': {
    methods: ["POST"]
    pattern: '/settings/teams'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/access/team_validator').teamValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/access/team_validator').teamValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/teams_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/teams_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'access.teams.update': {
    methods: ["PUT"]
    pattern: '/settings/teams/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/access/team_validator').teamValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/access/team_validator').teamValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/teams_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/teams_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'access.teams.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/teams/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/teams_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/teams_controller').default['destroy']>>>
    }
  }
  'access.permissions.show': {
    methods: ["GET","HEAD"]
    pattern: '/team/:id/permissions'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/permissions_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/permissions_controller').default['show']>>>
    }
  }
  'access.viewers.show': {
    methods: ["GET","HEAD"]
    pattern: '/viewers/:subject/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { subject: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access/controllers/viewers_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access/controllers/viewers_controller').default['show']>>>
    }
  }
  'sign_in.sessions.create': {
    methods: ["GET","HEAD"]
    pattern: '/login'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/sessions_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/sessions_controller').default['create']>>>
    }
  }
  'sign_in.sessions.store': {
    methods: ["POST"]
    pattern: '/login'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/sign_in/session_validator').sessionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/sign_in/session_validator').sessionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/sessions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/sessions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'sign_in.sessions.destroy': {
    methods: ["DELETE"]
    pattern: '/session'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/sessions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/sessions_controller').default['destroy']>>>
    }
  }
  'sign_in.sign_in_links.create': {
    methods: ["GET","HEAD"]
    pattern: '/login/link'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/sign_in_links_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/sign_in_links_controller').default['create']>>>
    }
  }
  'sign_in.sign_in_links.store': {
    methods: ["POST"]
    pattern: '/login/link'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/sign_in/asking_validator').askingValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/sign_in/asking_validator').askingValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/sign_in_links_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/sign_in_links_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'sign_in.link_sign_ins.create': {
    methods: ["GET","HEAD"]
    pattern: '/sign_in_links/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/link_sign_ins_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/link_sign_ins_controller').default['create']>>>
    }
  }
  'sign_in.link_sign_ins.store': {
    methods: ["POST"]
    pattern: '/sign_in_links/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/link_sign_ins_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/link_sign_ins_controller').default['store']>>>
    }
  }
  'sign_in.forgotten_passwords.create': {
    methods: ["GET","HEAD"]
    pattern: '/password/forgotten'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/forgotten_passwords_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/forgotten_passwords_controller').default['create']>>>
    }
  }
  'sign_in.forgotten_passwords.store': {
    methods: ["POST"]
    pattern: '/password/forgotten'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/sign_in/asking_validator').askingValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/sign_in/asking_validator').askingValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/forgotten_passwords_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/forgotten_passwords_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'sign_in.password_resets.create': {
    methods: ["GET","HEAD"]
    pattern: '/password_resets/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/password_resets_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/password_resets_controller').default['create']>>>
    }
  }
  'sign_in.password_resets.store': {
    methods: ["POST"]
    pattern: '/password_resets/:secret'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/sign_in/asking_validator').newPasswordValidator)>>
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/sign_in/asking_validator').newPasswordValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/password_resets_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/password_resets_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'sign_in.email_approvals.create': {
    methods: ["GET","HEAD"]
    pattern: '/email_approvals/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_approvals_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_approvals_controller').default['create']>>>
    }
  }
  'sign_in.email_approvals.store': {
    methods: ["POST"]
    pattern: '/email_approvals/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_approvals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_approvals_controller').default['store']>>>
    }
  }
  'sign_in.email_approvals.destroy': {
    methods: ["DELETE"]
    pattern: '/email_approvals/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_approvals_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_approvals_controller').default['destroy']>>>
    }
  }
  'sign_in.email_proofs.create': {
    methods: ["GET","HEAD"]
    pattern: '/email_proofs/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_proofs_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_proofs_controller').default['create']>>>
    }
  }
  'sign_in.email_proofs.store': {
    methods: ["POST"]
    pattern: '/email_proofs/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_proofs_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_proofs_controller').default['store']>>>
    }
  }
  'sign_in.email_agreements.show': {
    methods: ["GET","HEAD"]
    pattern: '/email_agreement'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_agreements_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_agreements_controller').default['show']>>>
    }
  }
  'sign_in.confirmations.create': {
    methods: ["GET","HEAD"]
    pattern: '/confirmation'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/confirmations_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/confirmations_controller').default['create']>>>
    }
  }
  'sign_in.confirmations.store': {
    methods: ["POST"]
    pattern: '/confirmation'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/sign_in/confirmation_validator').confirmationValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/sign_in/confirmation_validator').confirmationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/confirmations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/confirmations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'sign_in.mailed_confirmations.store': {
    methods: ["POST"]
    pattern: '/confirmation/mail'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/mailed_confirmations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/mailed_confirmations_controller').default['store']>>>
    }
  }
  'sign_in.mailed_confirmations.update': {
    methods: ["PUT"]
    pattern: '/confirmation/mail'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/sign_in/confirmation_validator').mailedCodeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/sign_in/confirmation_validator').mailedCodeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/mailed_confirmations_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/mailed_confirmations_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'sign_in.profiles.edit': {
    methods: ["GET","HEAD"]
    pattern: '/account/profile'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/profiles_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/profiles_controller').default['edit']>>>
    }
  }
  'sign_in.profiles.update': {
    methods: ["PUT"]
    pattern: '/account/profile'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/sign_in/account_validator').profileValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/sign_in/account_validator').profileValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/profiles_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/profiles_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'sign_in.credentials.show': {
    methods: ["GET","HEAD"]
    pattern: '/account/sign_in'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/credentials_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/credentials_controller').default['show']>>>
    }
  }
  'sign_in.credentials.update': {
    methods: ["PUT"]
    pattern: '/account/sign_in'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/sign_in/account_validator').linkPreferenceValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/sign_in/account_validator').linkPreferenceValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/credentials_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/credentials_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'sign_in.email_changes.store': {
    methods: ["POST"]
    pattern: '/account/email'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/sign_in/asking_validator').askingValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/sign_in/asking_validator').askingValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_changes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_changes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'sign_in.email_changes.destroy': {
    methods: ["DELETE"]
    pattern: '/account/email'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_changes_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/email_changes_controller').default['destroy']>>>
    }
  }
  'sign_in.passwords.update': {
    methods: ["PUT"]
    pattern: '/account/password'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/sign_in/asking_validator').newPasswordValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/sign_in/asking_validator').newPasswordValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/passwords_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/passwords_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'sign_in.devices.index': {
    methods: ["GET","HEAD"]
    pattern: '/account/devices'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/devices_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/devices_controller').default['index']>>>
    }
  }
  'sign_in.devices.destroy': {
    methods: ["DELETE"]
    pattern: '/account/devices/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/devices_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/devices_controller').default['destroy']>>>
    }
  }
  'sign_in.other_sessions.destroy': {
    methods: ["DELETE"]
    pattern: '/account/sessions'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/sign_in/controllers/other_sessions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/sign_in/controllers/other_sessions_controller').default['destroy']>>>
    }
  }
  'registrations.registrations.create': {
    methods: ["GET","HEAD"]
    pattern: '/register'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/tenancy/company_validator').companyDraftValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/registrations/controllers/registrations_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/registrations/controllers/registrations_controller').default['create']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'registrations.registrations.store': {
    methods: ["POST"]
    pattern: '/register'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/registrations/registration_validator').registrationValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/registrations/registration_validator').registrationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/registrations/controllers/registrations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/registrations/controllers/registrations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'registrations.openings.create': {
    methods: ["GET","HEAD"]
    pattern: '/registrations/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/registrations/controllers/openings_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/registrations/controllers/openings_controller').default['create']>>>
    }
  }
  'registrations.openings.store': {
    methods: ["POST"]
    pattern: '/registrations/:secret'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/registrations/registration_validator').openingValidator)>>
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/registrations/registration_validator').openingValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/registrations/controllers/openings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/registrations/controllers/openings_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.registrations.api_registrations.store': {
    methods: ["POST"]
    pattern: '/api/auth/register'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/registrations/registration_validator').registrationValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/registrations/registration_validator').registrationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/registrations/controllers/api_registrations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/registrations/controllers/api_registrations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'two_factor.challenges.create': {
    methods: ["GET","HEAD"]
    pattern: '/login/second_factor'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/two_factor/controllers/challenges_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/two_factor/controllers/challenges_controller').default['create']>>>
    }
  }
  'two_factor.challenges.store': {
    methods: ["POST"]
    pattern: '/login/second_factor'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/two_factor/code_validator').codeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/two_factor/code_validator').codeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/two_factor/controllers/challenges_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/two_factor/controllers/challenges_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'two_factor.code_confirmations.store': {
    methods: ["POST"]
    pattern: '/confirmation/code'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/two_factor/code_validator').codeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/two_factor/code_validator').codeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/two_factor/controllers/code_confirmations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/two_factor/controllers/code_confirmations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'two_factor.set_ups.create': {
    methods: ["GET","HEAD"]
    pattern: '/account/two_factor'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/two_factor/controllers/set_ups_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/two_factor/controllers/set_ups_controller').default['create']>>>
    }
  }
  'two_factor.set_ups.store': {
    methods: ["POST"]
    pattern: '/account/two_factor'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/two_factor/code_validator').codeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/two_factor/code_validator').codeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/two_factor/controllers/set_ups_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/two_factor/controllers/set_ups_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'two_factor.set_ups.destroy': {
    methods: ["DELETE"]
    pattern: '/account/two_factor'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/two_factor/controllers/set_ups_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/two_factor/controllers/set_ups_controller').default['destroy']>>>
    }
  }
  'two_factor.recovery_codes.store': {
    methods: ["POST"]
    pattern: '/account/recovery_codes'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/two_factor/controllers/recovery_codes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/two_factor/controllers/recovery_codes_controller').default['store']>>>
    }
  }
  'two_factor.requirements.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/sign_in'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/two_factor/controllers/requirements_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/two_factor/controllers/requirements_controller').default['edit']>>>
    }
  }
  'two_factor.requirements.update': {
    methods: ["PUT"]
    pattern: '/settings/sign_in'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/two_factor/code_validator').requirementValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/two_factor/code_validator').requirementValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/two_factor/controllers/requirements_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/two_factor/controllers/requirements_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'access_tokens.access_tokens.index': {
    methods: ["GET","HEAD"]
    pattern: '/access_tokens'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/access_tokens_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/access_tokens_controller').default['index']>>>
    }
  }
  'access_tokens.access_tokens.store': {
    methods: ["POST"]
    pattern: '/access_tokens'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/access_tokens/access_token_validator').accessTokenValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/access_tokens/access_token_validator').accessTokenValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/access_tokens_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/access_tokens_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'access_tokens.access_tokens.destroy': {
    methods: ["DELETE"]
    pattern: '/access_tokens/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/access_tokens_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/access_tokens_controller').default['destroy']>>>
    }
  }
  'access_tokens.service_tokens.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/service_tokens'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/service_tokens_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/service_tokens_controller').default['index']>>>
    }
  }
  'access_tokens.service_tokens.store': {
    methods: ["POST"]
    pattern: '/settings/service_tokens'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/service_account_validator').serviceAccountValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/identity/service_account_validator').serviceAccountValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/service_tokens_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/service_tokens_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'access_tokens.service_tokens.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/service_tokens/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/service_tokens_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/service_tokens_controller').default['destroy']>>>
    }
  }
  'api.access_tokens.api_sessions.store': {
    methods: ["POST"]
    pattern: '/api/auth/login'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/access_tokens/api_session_validator').apiSessionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/access_tokens/api_session_validator').apiSessionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/api_sessions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/api_sessions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.access_tokens.renewals.store': {
    methods: ["POST"]
    pattern: '/api/auth/refresh'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/access_tokens/api_session_validator').renewalValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/access_tokens/api_session_validator').renewalValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/renewals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/renewals_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.access_tokens.api_sessions.destroy': {
    methods: ["POST"]
    pattern: '/api/auth/logout'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/api_sessions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/access_tokens/controllers/api_sessions_controller').default['destroy']>>>
    }
  }
  'api.docs.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/docs'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/api/controllers/docs_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/api/controllers/docs_controller').default['show']>>>
    }
  }
  'api.descriptions.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/openapi.json'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/api/controllers/descriptions_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/api/controllers/descriptions_controller').default['show']>>>
    }
  }
  'single_sign_on.sign_ins.store': {
    methods: ["POST"]
    pattern: '/sso'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/single_sign_on/sso_validator').doorValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/single_sign_on/sso_validator').doorValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/sign_ins_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/sign_ins_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'single_sign_on.callbacks.show': {
    methods: ["GET","HEAD"]
    pattern: '/sso/callback'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/callbacks_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/callbacks_controller').default['show']>>>
    }
  }
  'single_sign_on.confirmations.show': {
    methods: ["GET","HEAD"]
    pattern: '/sso/callback/confirmed'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/confirmations_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/confirmations_controller').default['show']>>>
    }
  }
  'single_sign_on.sign_outs.show': {
    methods: ["GET","HEAD"]
    pattern: '/sso/signed_out'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/sign_outs_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/sign_outs_controller').default['show']>>>
    }
  }
  'single_sign_on.issuer_logouts.store': {
    methods: ["POST"]
    pattern: '/sso/:slug/logout'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/single_sign_on/sso_validator').logoutValidator)>>
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/single_sign_on/sso_validator').logoutValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/issuer_logouts_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/issuer_logouts_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'single_sign_on.confirmations.create': {
    methods: ["GET","HEAD"]
    pattern: '/sso/:slug/confirmations'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/confirmations_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/confirmations_controller').default['create']>>>
    }
  }
  'single_sign_on.sign_ins.show': {
    methods: ["GET","HEAD"]
    pattern: '/sso/:slug'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/sign_ins_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/sign_ins_controller').default['show']>>>
    }
  }
  'single_sign_on.break_glasses.create': {
    methods: ["GET","HEAD"]
    pattern: '/sso/:slug/break_glass'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/break_glasses_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/break_glasses_controller').default['create']>>>
    }
  }
  'single_sign_on.break_glasses.store': {
    methods: ["POST"]
    pattern: '/sso/:slug/break_glass'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/single_sign_on/sso_validator').breakGlassValidator)>>
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/single_sign_on/sso_validator').breakGlassValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/break_glasses_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/break_glasses_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'single_sign_on.connections.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/single_sign_on'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/connections_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/connections_controller').default['index']>>>
    }
  }
  'single_sign_on.role_previews.store': {
    methods: ["POST"]
    pattern: '/settings/single_sign_on/role_previews'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/single_sign_on/sso_validator').rolePreviewValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/single_sign_on/sso_validator').rolePreviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/role_previews_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/role_previews_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'single_sign_on.domains.store': {
    methods: ["POST"]
    pattern: '/settings/single_sign_on/domains'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/single_sign_on/sso_validator').domainValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/single_sign_on/sso_validator').domainValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/domains_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/domains_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'single_sign_on.domains.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/single_sign_on/domains/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/domains_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/domains_controller').default['destroy']>>>
    }
  }
  'single_sign_on.enforcements.store': {
    methods: ["POST"]
    pattern: '/settings/single_sign_on/enforcement'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/single_sign_on/sso_validator').enforcementValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/single_sign_on/sso_validator').enforcementValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/enforcements_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/enforcements_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'single_sign_on.enforcements.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/single_sign_on/enforcement'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/enforcements_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/enforcements_controller').default['destroy']>>>
    }
  }
  'single_sign_on.scim_tokens.store': {
    methods: ["POST"]
    pattern: '/settings/single_sign_on/scim_tokens'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/single_sign_on/sso_validator').scimTokenValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/single_sign_on/sso_validator').scimTokenValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_tokens_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_tokens_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'single_sign_on.scim_tokens.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/single_sign_on/scim_tokens/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_tokens_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_tokens_controller').default['destroy']>>>
    }
  }
  'single_sign_on.connections.update': {
    methods: ["PUT"]
    pattern: '/settings/single_sign_on'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/single_sign_on/sso_validator').connectionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/single_sign_on/sso_validator').connectionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/connections_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/connections_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'single_sign_on.domain_checks.store': {
    methods: ["POST"]
    pattern: '/settings/single_sign_on/domains/:id/checks'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/domain_checks_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/domain_checks_controller').default['store']>>>
    }
  }
  'single_sign_on.scim_service_provider_configs.show': {
    methods: ["GET","HEAD"]
    pattern: '/scim/v2/ServiceProviderConfig'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_service_provider_configs_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_service_provider_configs_controller').default['show']>>>
    }
  }
  'single_sign_on.scim_resource_types.index': {
    methods: ["GET","HEAD"]
    pattern: '/scim/v2/ResourceTypes'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_resource_types_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_resource_types_controller').default['index']>>>
    }
  }
  'single_sign_on.scim_resource_types.show': {
    methods: ["GET","HEAD"]
    pattern: '/scim/v2/ResourceTypes/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_resource_types_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_resource_types_controller').default['show']>>>
    }
  }
  'single_sign_on.scim_schemas.index': {
    methods: ["GET","HEAD"]
    pattern: '/scim/v2/Schemas'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_schemas_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_schemas_controller').default['index']>>>
    }
  }
  'single_sign_on.scim_schemas.show': {
    methods: ["GET","HEAD"]
    pattern: '/scim/v2/Schemas/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_schemas_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_schemas_controller').default['show']>>>
    }
  }
  'single_sign_on.scim_users.index': {
    methods: ["GET","HEAD"]
    pattern: '/scim/v2/Users'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['index']>>>
    }
  }
  'single_sign_on.scim_users.store': {
    methods: ["POST"]
    pattern: '/scim/v2/Users'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['store']>>>
    }
  }
  'single_sign_on.scim_users.show': {
    methods: ["GET","HEAD"]
    pattern: '/scim/v2/Users/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['show']>>>
    }
  }
  'single_sign_on.scim_users.update': {
    methods: ["PUT"]
    pattern: '/scim/v2/Users/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['update']>>>
    }
  }
  'single_sign_on.scim_users.patch': {
    methods: ["PATCH"]
    pattern: '/scim/v2/Users/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['update']>>>
    }
  }
  'single_sign_on.scim_users.destroy': {
    methods: ["DELETE"]
    pattern: '/scim/v2/Users/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_users_controller').default['destroy']>>>
    }
  }
  'single_sign_on.scim_groups.index': {
    methods: ["GET","HEAD"]
    pattern: '/scim/v2/Groups'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['index']>>>
    }
  }
  'single_sign_on.scim_groups.store': {
    methods: ["POST"]
    pattern: '/scim/v2/Groups'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['store']>>>
    }
  }
  'single_sign_on.scim_groups.show': {
    methods: ["GET","HEAD"]
    pattern: '/scim/v2/Groups/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['show']>>>
    }
  }
  'single_sign_on.scim_groups.update': {
    methods: ["PUT"]
    pattern: '/scim/v2/Groups/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['update']>>>
    }
  }
  'single_sign_on.scim_groups.patch': {
    methods: ["PATCH"]
    pattern: '/scim/v2/Groups/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['update']>>>
    }
  }
  'single_sign_on.scim_groups.destroy': {
    methods: ["DELETE"]
    pattern: '/scim/v2/Groups/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/single_sign_on/controllers/scim_groups_controller').default['destroy']>>>
    }
  }
  'social_accounts.social_sign_ins.store': {
    methods: ["POST"]
    pattern: '/login/with/:provider'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { provider: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/social_sign_ins_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/social_sign_ins_controller').default['store']>>>
    }
  }
  'social_accounts.social_callbacks.show': {
    methods: ["GET","HEAD"]
    pattern: '/login/with/:provider/callback'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { provider: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/social_callbacks_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/social_callbacks_controller').default['show']>>>
    }
  }
  'social_accounts.connections.create': {
    methods: ["GET","HEAD"]
    pattern: '/login/connection'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/connections_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/connections_controller').default['create']>>>
    }
  }
  'social_accounts.connections.store': {
    methods: ["POST"]
    pattern: '/login/connection'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/social_accounts/social_account_validator').proofValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/social_accounts/social_account_validator').proofValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/connections_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/connections_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'social_accounts.social_accounts.store': {
    methods: ["POST"]
    pattern: '/account/social_accounts/:provider'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { provider: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/social_accounts_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/social_accounts_controller').default['store']>>>
    }
  }
  'social_accounts.social_accounts.destroy': {
    methods: ["DELETE"]
    pattern: '/account/social_accounts/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/social_accounts_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/social_accounts/controllers/social_accounts_controller').default['destroy']>>>
    }
  }
  'dashboards.dashboards.show': {
    methods: ["GET","HEAD"]
    pattern: '/dashboard'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/dashboards/dashboard_validator').dashboardFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/dashboards/controllers/dashboards_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/dashboards/controllers/dashboards_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'leads.leads.index': {
    methods: ["GET","HEAD"]
    pattern: '/leads'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/leads/lead_validator').leadFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'leads.leads.store': {
    methods: ["POST"]
    pattern: '/leads'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/leads/lead_validator').newLeadValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/leads/lead_validator').newLeadValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'leads.leads.show': {
    methods: ["GET","HEAD"]
    pattern: '/leads/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['show']>>>
    }
  }
  'leads.exports.store': {
    methods: ["POST"]
    pattern: '/leads/exports'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/leads/lead_validator').leadExportValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/leads/lead_validator').leadExportValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/exports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/exports_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'leads.assignments.store': {
    methods: ["POST"]
    pattern: '/leads/:id/assignment'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/leads/lead_validator').assignmentValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/leads/lead_validator').assignmentValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/assignments_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/assignments_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'leads.parties.update': {
    methods: ["PUT"]
    pattern: '/leads/:id/party'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/leads/lead_validator').partyValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/leads/lead_validator').partyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/parties_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/parties_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'leads.starts.store': {
    methods: ["POST"]
    pattern: '/leads/:id/start'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/starts_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/starts_controller').default['store']>>>
    }
  }
  'leads.losses.store': {
    methods: ["POST"]
    pattern: '/leads/:id/loss'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/leads/lead_validator').lossValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/leads/lead_validator').lossValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/losses_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/losses_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'leads.preparations.store': {
    methods: ["POST"]
    pattern: '/leads/:lead_id/attachments/:id/preparation'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { lead_id: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/preparations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/preparations_controller').default['store']>>>
    }
  }
  'leads.exports.show': {
    methods: ["GET","HEAD"]
    pattern: '/leads/exports/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/exports_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/exports_controller').default['show']>>>
    }
  }
  'leads.attachments.show': {
    methods: ["GET","HEAD"]
    pattern: '/leads/:lead_id/attachments/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { lead_id: ParamValue; id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/leads/attachment_size_validator').attachmentSizeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/attachments_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/attachments_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'leads.attachments.store': {
    methods: ["POST"]
    pattern: '/leads/:lead_id/attachments'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/attachments_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/attachments_controller').default['store']>>>
    }
  }
  'api.leads.leads.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/leads'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/leads/lead_validator').leadFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.leads.leads.store': {
    methods: ["POST"]
    pattern: '/api/leads'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/leads/lead_validator').newLeadValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/leads/lead_validator').newLeadValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.leads.searches.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/leads/search'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/leads/lead_validator').leadSearchValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/searches_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/searches_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.leads.leads.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/leads/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['show']>>>
    }
  }
  'api.leads.leads.update': {
    methods: ["PUT","PATCH"]
    pattern: '/api/leads/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/leads/lead_validator').leadValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/leads/lead_validator').leadValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/leads_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.leads.losses.destroy': {
    methods: ["DELETE"]
    pattern: '/api/leads/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/losses_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/losses_controller').default['destroy']>>>
    }
  }
  'api.leads.assignments.store': {
    methods: ["POST"]
    pattern: '/api/leads/:id/assign'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/leads/lead_validator').assignmentValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/leads/lead_validator').assignmentValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/assignments_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/assignments_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.leads.reassignments.store': {
    methods: ["POST"]
    pattern: '/api/leads/:id/reassign'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/leads/lead_validator').assignmentValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/leads/lead_validator').assignmentValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/assignments_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/assignments_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.leads.starts.store': {
    methods: ["POST"]
    pattern: '/api/leads/:id/start'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/starts_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/starts_controller').default['store']>>>
    }
  }
  'api.leads.losses.store': {
    methods: ["POST"]
    pattern: '/api/leads/:id/lose'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/leads/lead_validator').lossValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/leads/lead_validator').lossValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/losses_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/losses_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.leads.files.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/leads/:lead_id/files'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/files_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/files_controller').default['index']>>>
    }
  }
  'api.leads.attachments.store': {
    methods: ["POST"]
    pattern: '/api/leads/:lead_id/uploads'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/attachments_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/attachments_controller').default['store']>>>
    }
  }
  'api.leads.files.store': {
    methods: ["POST"]
    pattern: '/api/leads/:lead_id/files'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/leads/lead_files_validator').leadFilesValidator)>>
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/leads/lead_files_validator').leadFilesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/files_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/files_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.leads.histories.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/leads/:id/history'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/leads/controllers/histories_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/leads/controllers/histories_controller').default['index']>>>
    }
  }
  'lead_flows.lead_flows.index': {
    methods: ["GET","HEAD"]
    pattern: '/lead_flows'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/lead_flows_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/lead_flows_controller').default['index']>>>
    }
  }
  'lead_flows.lead_flows.store': {
    methods: ["POST"]
    pattern: '/lead_flows'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/lead_flows/lead_flow_validator').newLeadFlowValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/lead_flows/lead_flow_validator').newLeadFlowValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/lead_flows_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/lead_flows_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'lead_flows.lead_flows.edit': {
    methods: ["GET","HEAD"]
    pattern: '/lead_flows/:id/edit'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/lead_flows_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/lead_flows_controller').default['edit']>>>
    }
  }
  'lead_flows.lead_flows.update': {
    methods: ["PUT"]
    pattern: '/lead_flows/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/lead_flows/lead_flow_validator').leadFlowDraftValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/lead_flows/lead_flow_validator').leadFlowDraftValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/lead_flows_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/lead_flows_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'lead_flows.lead_flows.destroy': {
    methods: ["DELETE"]
    pattern: '/lead_flows/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/lead_flows_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/lead_flows_controller').default['destroy']>>>
    }
  }
  'lead_flows.ways.edit': {
    methods: ["GET","HEAD"]
    pattern: '/lead_flows/:id/ways'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/ways_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/ways_controller').default['edit']>>>
    }
  }
  'lead_flows.ways.update': {
    methods: ["PUT"]
    pattern: '/lead_flows/:id/ways'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/lead_flows/flow_ways_validator').flowWaysValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/lead_flows/flow_ways_validator').flowWaysValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/ways_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/ways_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'lead_flows.comparisons.show': {
    methods: ["GET","HEAD"]
    pattern: '/lead_flows/:id/comparison'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/lead_flows/lead_flow_validator').comparisonValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/comparisons_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/comparisons_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'lead_flows.versions.index': {
    methods: ["GET","HEAD"]
    pattern: '/lead_flows/:id/versions'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/lead_flows/lead_flow_validator').flowVersionsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/versions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/versions_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'lead_flows.restorations.store': {
    methods: ["POST"]
    pattern: '/lead_flows/:id/restoration'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/lead_flows/lead_flow_validator').restoredVersionValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/lead_flows/lead_flow_validator').restoredVersionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/restorations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/restorations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'lead_flows.previews.show': {
    methods: ["GET","HEAD"]
    pattern: '/lead_flows/:id/preview'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/lead_flows/lead_flow_validator').shownVersionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/previews_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/previews_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'lead_flows.publications.store': {
    methods: ["POST"]
    pattern: '/lead_flows/:id/publication'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/lead_flows/lead_flow_validator').leadFlowValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/lead_flows/lead_flow_validator').leadFlowValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/publications_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/publications_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'lead_flows.drafts.destroy': {
    methods: ["DELETE"]
    pattern: '/lead_flows/:id/draft'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/drafts_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/drafts_controller').default['destroy']>>>
    }
  }
  'lead_flows.standards.store': {
    methods: ["POST"]
    pattern: '/lead_flows/:id/standard'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/standards_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/lead_flows/controllers/standards_controller').default['store']>>>
    }
  }
  'messages.conversations.index': {
    methods: ["GET","HEAD"]
    pattern: '/conversations'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/messages/conversation_validator').conversationFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/messages/controllers/conversations_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/messages/controllers/conversations_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'messages.assignments.store': {
    methods: ["POST"]
    pattern: '/conversations/:id/assignment'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/messages/conversation_validator').conversationAssignmentValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/messages/conversation_validator').conversationAssignmentValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/messages/controllers/assignments_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/messages/controllers/assignments_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'messages.replies.store': {
    methods: ["POST"]
    pattern: '/leads/:lead_id/messages'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/messages/message_validator').replyValidator)>>
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/messages/message_validator').replyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/messages/controllers/replies_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/messages/controllers/replies_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'messages.readings.store': {
    methods: ["POST"]
    pattern: '/leads/:lead_id/readings'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/messages/controllers/readings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/messages/controllers/readings_controller').default['store']>>>
    }
  }
  'api.messages.conversations.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/conversations'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/messages/conversation_validator').conversationFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/messages/controllers/conversations_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/messages/controllers/conversations_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.messages.assignments.store': {
    methods: ["POST"]
    pattern: '/api/conversations/:id/assign'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/messages/conversation_validator').conversationAssignmentValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/messages/conversation_validator').conversationAssignmentValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/messages/controllers/assignments_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/messages/controllers/assignments_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.messages.messages.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/leads/:lead_id/messages'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/messages/controllers/messages_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/messages/controllers/messages_controller').default['index']>>>
    }
  }
  'api.messages.messages.store': {
    methods: ["POST"]
    pattern: '/api/leads/:lead_id/messages'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/messages/message_validator').replyValidator)>>
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/messages/message_validator').replyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/messages/controllers/messages_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/messages/controllers/messages_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'notes.notes.store': {
    methods: ["POST"]
    pattern: '/leads/:lead_id/notes'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/notes/note_validator').noteValidator)>>
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/notes/note_validator').noteValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notes/controllers/notes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notes/controllers/notes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.notes.notes.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/leads/:lead_id/notes'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notes/controllers/notes_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notes/controllers/notes_controller').default['index']>>>
    }
  }
  'api.notes.notes.store': {
    methods: ["POST"]
    pattern: '/api/leads/:lead_id/notes'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/notes/note_validator').noteValidator)>>
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/notes/note_validator').noteValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notes/controllers/notes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notes/controllers/notes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'canned_replies.canned_replies.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/canned_replies'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['index']>>>
    }
  }
  'canned_replies.canned_replies.store': {
    methods: ["POST"]
    pattern: '/settings/canned_replies'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/canned_replies/canned_reply_validator').cannedReplyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/canned_replies/canned_reply_validator').cannedReplyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'canned_replies.canned_replies.update': {
    methods: ["PUT"]
    pattern: '/settings/canned_replies/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/canned_replies/canned_reply_validator').cannedReplyValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/canned_replies/canned_reply_validator').cannedReplyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'canned_replies.canned_replies.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/canned_replies/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['destroy']>>>
    }
  }
  'api.canned_replies.canned_replies.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/canned_replies'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['index']>>>
    }
  }
  'api.canned_replies.canned_replies.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/canned_replies/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['show']>>>
    }
  }
  'api.canned_replies.canned_replies.store': {
    methods: ["POST"]
    pattern: '/api/canned_replies'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/canned_replies/canned_reply_validator').cannedReplyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/canned_replies/canned_reply_validator').cannedReplyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.canned_replies.canned_replies.update': {
    methods: ["PUT"]
    pattern: '/api/canned_replies/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/canned_replies/canned_reply_validator').cannedReplyValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/canned_replies/canned_reply_validator').cannedReplyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.canned_replies.canned_replies.destroy': {
    methods: ["DELETE"]
    pattern: '/api/canned_replies/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/canned_replies/controllers/canned_replies_controller').default['destroy']>>>
    }
  }
  'orders.orders.index': {
    methods: ["GET","HEAD"]
    pattern: '/orders'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/orders/order_validator').orderFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.exports.store': {
    methods: ["POST"]
    pattern: '/orders/exports'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/orders/order_validator').orderExportValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/orders/order_validator').orderExportValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/exports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/exports_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.orders.show': {
    methods: ["GET","HEAD"]
    pattern: '/orders/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['show']>>>
    }
  }
  'orders.conversions.store': {
    methods: ["POST"]
    pattern: '/leads/:lead_id/conversion'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/orders/order_validator').visitPlanValidator)>>
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/orders/order_validator').visitPlanValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/conversions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/conversions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.visits.store': {
    methods: ["POST"]
    pattern: '/orders/:order_id/visits'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/orders/order_validator').visitPlanValidator)>>
      paramsTuple: [ParamValue]
      params: { order_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/orders/order_validator').visitPlanValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/visits_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/visits_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.visits.update': {
    methods: ["PUT"]
    pattern: '/orders/:order_id/visits/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/orders/order_validator').visitPlanValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { order_id: ParamValue; id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/orders/order_validator').visitPlanValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/visits_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/visits_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.visit_completions.store': {
    methods: ["POST"]
    pattern: '/orders/:order_id/visits/:id/completion'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { order_id: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_completions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_completions_controller').default['store']>>>
    }
  }
  'orders.visit_completions.destroy': {
    methods: ["DELETE"]
    pattern: '/orders/:order_id/visits/:id/completion'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { order_id: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_completions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_completions_controller').default['destroy']>>>
    }
  }
  'orders.visit_cancellations.store': {
    methods: ["POST"]
    pattern: '/orders/:order_id/visits/:id/cancellation'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/orders/order_validator').cancellationValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { order_id: ParamValue; id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/orders/order_validator').cancellationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_cancellations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.sites.update': {
    methods: ["PUT"]
    pattern: '/orders/:order_id/site'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/orders/order_validator').orderSiteValidator)>>
      paramsTuple: [ParamValue]
      params: { order_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/orders/order_validator').orderSiteValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/sites_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/sites_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.completions.store': {
    methods: ["POST"]
    pattern: '/orders/:order_id/completion'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { order_id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/completions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/completions_controller').default['store']>>>
    }
  }
  'orders.cancellations.store': {
    methods: ["POST"]
    pattern: '/orders/:order_id/cancellation'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/orders/order_validator').cancellationValidator)>>
      paramsTuple: [ParamValue]
      params: { order_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/orders/order_validator').cancellationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/cancellations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.exports.show': {
    methods: ["GET","HEAD"]
    pattern: '/orders/exports/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/exports_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/exports_controller').default['show']>>>
    }
  }
  'api.orders.orders.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/orders'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/orders/order_validator').orderFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.orders.orders.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/orders/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['show']>>>
    }
  }
  'api.orders.visits.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/orders/:order_id/visits'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { order_id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/visits_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/visits_controller').default['index']>>>
    }
  }
  'api.orders.visits.store': {
    methods: ["POST"]
    pattern: '/api/orders/:order_id/visits'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/orders/order_validator').visitPlanValidator)>>
      paramsTuple: [ParamValue]
      params: { order_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/orders/order_validator').visitPlanValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/visits_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/visits_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.orders.visits.update': {
    methods: ["PUT"]
    pattern: '/api/orders/:order_id/visits/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/orders/order_validator').visitPlanValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { order_id: ParamValue; id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/orders/order_validator').visitPlanValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/visits_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/visits_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.orders.visit_completions.store': {
    methods: ["POST"]
    pattern: '/api/orders/:order_id/visits/:id/complete'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { order_id: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_completions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_completions_controller').default['store']>>>
    }
  }
  'api.orders.visit_completions.destroy': {
    methods: ["POST"]
    pattern: '/api/orders/:order_id/visits/:id/reopen'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { order_id: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_completions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_completions_controller').default['destroy']>>>
    }
  }
  'api.orders.visit_cancellations.store': {
    methods: ["POST"]
    pattern: '/api/orders/:order_id/visits/:id/cancel'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/orders/order_validator').cancellationValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { order_id: ParamValue; id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/orders/order_validator').cancellationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/visit_cancellations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'customers.customers.index': {
    methods: ["GET","HEAD"]
    pattern: '/customers'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/customers/customer_validator').customerFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'customers.customers.create': {
    methods: ["GET","HEAD"]
    pattern: '/customers/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['create']>>>
    }
  }
  'customers.customers.store': {
    methods: ["POST"]
    pattern: '/customers'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').newCustomerValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').newCustomerValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'customers.exports.store': {
    methods: ["POST"]
    pattern: '/customers/exports'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').customerExportValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').customerExportValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/exports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/exports_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'customers.customers.show': {
    methods: ["GET","HEAD"]
    pattern: '/customers/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['show']>>>
    }
  }
  'customers.customers.edit': {
    methods: ["GET","HEAD"]
    pattern: '/customers/:id/edit'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['edit']>>>
    }
  }
  'customers.customers.update': {
    methods: ["PUT"]
    pattern: '/customers/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').customerValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').customerValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'customers.archivals.store': {
    methods: ["POST"]
    pattern: '/customers/:id/archival'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/archivals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/archivals_controller').default['store']>>>
    }
  }
  'customers.archivals.destroy': {
    methods: ["DELETE"]
    pattern: '/customers/:id/archival'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/archivals_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/archivals_controller').default['destroy']>>>
    }
  }
  'customers.contacts.store': {
    methods: ["POST"]
    pattern: '/customers/:customer_id/contacts'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').contactValidator)>>
      paramsTuple: [ParamValue]
      params: { customer_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').contactValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'customers.contacts.update': {
    methods: ["PUT"]
    pattern: '/customers/:customer_id/contacts/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').contactValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { customer_id: ParamValue; id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').contactValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'customers.contacts.destroy': {
    methods: ["DELETE"]
    pattern: '/customers/:customer_id/contacts/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { customer_id: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['destroy']>>>
    }
  }
  'customers.sites.store': {
    methods: ["POST"]
    pattern: '/customers/:customer_id/sites'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').siteValidator)>>
      paramsTuple: [ParamValue]
      params: { customer_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').siteValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'customers.sites.update': {
    methods: ["PUT"]
    pattern: '/customers/:customer_id/sites/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').siteValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { customer_id: ParamValue; id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').siteValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'customers.sites.destroy': {
    methods: ["DELETE"]
    pattern: '/customers/:customer_id/sites/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { customer_id: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['destroy']>>>
    }
  }
  'customers.exports.show': {
    methods: ["GET","HEAD"]
    pattern: '/customers/exports/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/exports_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/exports_controller').default['show']>>>
    }
  }
  'customers.imports.create': {
    methods: ["GET","HEAD"]
    pattern: '/customers/imports/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/imports_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/imports_controller').default['create']>>>
    }
  }
  'customers.imports.store': {
    methods: ["POST"]
    pattern: '/customers/imports'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').customerImportValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').customerImportValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/imports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/imports_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.customers.customers.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/customers'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/customers/customer_validator').customerFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.customers.customers.store': {
    methods: ["POST"]
    pattern: '/api/customers'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').newCustomerValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').newCustomerValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.customers.customers.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/customers/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['show']>>>
    }
  }
  'api.customers.customers.update': {
    methods: ["PUT"]
    pattern: '/api/customers/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').customerValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').customerValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/customers_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.customers.archivals.store': {
    methods: ["DELETE"]
    pattern: '/api/customers/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/archivals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/archivals_controller').default['store']>>>
    }
  }
  'api.customers.archivals.destroy': {
    methods: ["POST"]
    pattern: '/api/customers/:id/restore'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/archivals_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/archivals_controller').default['destroy']>>>
    }
  }
  'api.customers.contacts.store': {
    methods: ["POST"]
    pattern: '/api/customers/:customer_id/contacts'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').contactValidator)>>
      paramsTuple: [ParamValue]
      params: { customer_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').contactValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.customers.contacts.update': {
    methods: ["PUT"]
    pattern: '/api/customers/:customer_id/contacts/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').contactValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { customer_id: ParamValue; id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').contactValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.customers.contacts.destroy': {
    methods: ["DELETE"]
    pattern: '/api/customers/:customer_id/contacts/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { customer_id: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/contacts_controller').default['destroy']>>>
    }
  }
  'api.customers.sites.store': {
    methods: ["POST"]
    pattern: '/api/customers/:customer_id/sites'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').siteValidator)>>
      paramsTuple: [ParamValue]
      params: { customer_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').siteValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.customers.sites.update': {
    methods: ["PUT"]
    pattern: '/api/customers/:customer_id/sites/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customers/customer_validator').siteValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { customer_id: ParamValue; id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customers/customer_validator').siteValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.customers.sites.destroy': {
    methods: ["DELETE"]
    pattern: '/api/customers/:customer_id/sites/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { customer_id: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customers/controllers/sites_controller').default['destroy']>>>
    }
  }
  'customer_merges.customer_merges.create': {
    methods: ["GET","HEAD"]
    pattern: '/customers/:customer_id/merges/new'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { customer_id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/customer_merges/customer_merge_validator').customerMergeDraftValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customer_merges/controllers/customer_merges_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customer_merges/controllers/customer_merges_controller').default['create']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'customer_merges.customer_merges.store': {
    methods: ["POST"]
    pattern: '/customers/:customer_id/merges'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customer_merges/customer_merge_validator').customerMergeValidator)>>
      paramsTuple: [ParamValue]
      params: { customer_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customer_merges/customer_merge_validator').customerMergeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customer_merges/controllers/customer_merges_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customer_merges/controllers/customer_merges_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.customer_merges.customer_merges.store': {
    methods: ["POST"]
    pattern: '/api/customers/:customer_id/merges'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/customer_merges/customer_merge_validator').customerMergeValidator)>>
      paramsTuple: [ParamValue]
      params: { customer_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/customer_merges/customer_merge_validator').customerMergeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/customer_merges/controllers/customer_merges_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/customer_merges/controllers/customer_merges_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.qr_batches.index': {
    methods: ["GET","HEAD"]
    pattern: '/qr_batches'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/qr_codes/qr_code_validator').qrBatchFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_batches_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_batches_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.qr_batches.create': {
    methods: ["GET","HEAD"]
    pattern: '/qr_batches/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_batches_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_batches_controller').default['create']>>>
    }
  }
  'qr_codes.qr_batches.store': {
    methods: ["POST"]
    pattern: '/qr_batches'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/qr_codes/qr_code_validator').qrBatchValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/qr_codes/qr_code_validator').qrBatchValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_batches_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_batches_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.qr_batches.show': {
    methods: ["GET","HEAD"]
    pattern: '/qr_batches/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/qr_codes/qr_code_validator').qrCodeFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_batches_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_batches_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.qr_batches.update': {
    methods: ["PUT"]
    pattern: '/qr_batches/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/qr_codes/qr_code_validator').qrBatchChangeValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/qr_codes/qr_code_validator').qrBatchChangeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_batches_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_batches_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.qr_printings.index': {
    methods: ["GET","HEAD"]
    pattern: '/qr_batches/:id/printings'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/qr_codes/qr_code_validator').qrBatchFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_printings_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_printings_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.label_sheets.index': {
    methods: ["GET","HEAD"]
    pattern: '/label_sheets'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['index']>>>
    }
  }
  'qr_codes.label_sheets.create': {
    methods: ["GET","HEAD"]
    pattern: '/label_sheets/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/qr_codes/label_sheet_validator').newLabelSheetValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['create']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.label_sheets.store': {
    methods: ["POST"]
    pattern: '/label_sheets'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/qr_codes/label_sheet_validator').labelSheetValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/qr_codes/label_sheet_validator').labelSheetValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.label_sheets.edit': {
    methods: ["GET","HEAD"]
    pattern: '/label_sheets/:id/edit'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['edit']>>>
    }
  }
  'qr_codes.label_sheets.update': {
    methods: ["PUT"]
    pattern: '/label_sheets/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/qr_codes/label_sheet_validator').labelSheetValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/qr_codes/label_sheet_validator').labelSheetValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.label_sheets.destroy': {
    methods: ["DELETE"]
    pattern: '/label_sheets/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_sheets_controller').default['destroy']>>>
    }
  }
  'qr_codes.stocks.show': {
    methods: ["GET","HEAD"]
    pattern: '/qr_codes/stock'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/qr_codes/qr_code_validator').stockFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/stocks_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/stocks_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.qr_codes.show': {
    methods: ["GET","HEAD"]
    pattern: '/qr_codes/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_codes_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/qr_codes_controller').default['show']>>>
    }
  }
  'qr_codes.retirements.store': {
    methods: ["POST"]
    pattern: '/qr_codes/:id/retirement'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/retirements_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/retirements_controller').default['store']>>>
    }
  }
  'qr_codes.losses.store': {
    methods: ["POST"]
    pattern: '/qr_codes/:id/loss'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/losses_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/losses_controller').default['store']>>>
    }
  }
  'qr_codes.clearances.store': {
    methods: ["POST"]
    pattern: '/qr_codes/:id/clearance'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/clearances_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/clearances_controller').default['store']>>>
    }
  }
  'qr_codes.assignments.destroy': {
    methods: ["DELETE"]
    pattern: '/qr_codes/:id/assignment'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/assignments_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/assignments_controller').default['destroy']>>>
    }
  }
  'qr_codes.assignments.create': {
    methods: ["GET","HEAD"]
    pattern: '/customers/:customer_id/qr_codes/new'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { customer_id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/qr_codes/qr_code_validator').assignmentDraftValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/assignments_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/assignments_controller').default['create']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.assignments.store': {
    methods: ["POST"]
    pattern: '/customers/:customer_id/qr_codes'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/qr_codes/qr_code_validator').assignmentValidator)>>
      paramsTuple: [ParamValue]
      params: { customer_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/qr_codes/qr_code_validator').assignmentValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/assignments_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/assignments_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.label_previews.show': {
    methods: ["GET","HEAD"]
    pattern: '/label_sheets/preview'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/qr_codes/label_sheet_validator').labelPreviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_previews_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/label_previews_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.bulk_bindings.create': {
    methods: ["GET","HEAD"]
    pattern: '/qr_codes/bulk_bindings/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/bulk_bindings_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/bulk_bindings_controller').default['create']>>>
    }
  }
  'qr_codes.bulk_bindings.store': {
    methods: ["POST"]
    pattern: '/qr_codes/bulk_bindings'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/qr_codes/qr_code_validator').bulkBindingValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/qr_codes/qr_code_validator').bulkBindingValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/bulk_bindings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/bulk_bindings_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.symbols.show': {
    methods: ["GET","HEAD"]
    pattern: '/qr_batches/:qr_batch_id/symbols'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { qr_batch_id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/qr_codes/qr_code_validator').symbolsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/symbols_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/symbols_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'qr_codes.sheets.show': {
    methods: ["GET","HEAD"]
    pattern: '/qr_batches/:qr_batch_id/sheet'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { qr_batch_id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/qr_codes/qr_code_validator').sheetValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/sheets_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/qr_codes/controllers/sheets_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'scans.scans.index': {
    methods: ["GET","HEAD"]
    pattern: '/scans'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/scans/scan_validator').scanFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/scans/controllers/scans_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/scans/controllers/scans_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'scans.unscanned_codes.index': {
    methods: ["GET","HEAD"]
    pattern: '/scans/unscanned_codes'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/scans/scan_validator').unscannedCodesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/scans/controllers/unscanned_codes_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/scans/controllers/unscanned_codes_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'scans.walks.index': {
    methods: ["GET","HEAD"]
    pattern: '/scans/walks'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/scans/scan_validator').walkFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/scans/controllers/walks_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/scans/controllers/walks_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'scans.walks.show': {
    methods: ["GET","HEAD"]
    pattern: '/scans/walks/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/scans/scan_validator').walkDayValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/scans/controllers/walks_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/scans/controllers/walks_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'field.home.index': {
    methods: ["GET","HEAD"]
    pattern: '/field'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/field/controllers/home_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/field/controllers/home_controller').default['index']>>>
    }
  }
  'field.customers.index': {
    methods: ["GET","HEAD"]
    pattern: '/field/customers'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/field/field_validator').fieldSearchValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/field/controllers/customers_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/field/controllers/customers_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'field.customers.create': {
    methods: ["GET","HEAD"]
    pattern: '/field/customers/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/field/field_validator').codeInHandValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/field/controllers/customers_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/field/controllers/customers_controller').default['create']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'field.customers.store': {
    methods: ["POST"]
    pattern: '/field/customers'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/field/field_validator').codeInHandValidator)>|InferInput<(typeof import('#app/customers/customer_validator').newCustomerValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/field/field_validator').codeInHandValidator)>|InferInput<(typeof import('#app/customers/customer_validator').newCustomerValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/field/controllers/customers_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/field/controllers/customers_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'field.customers.show': {
    methods: ["GET","HEAD"]
    pattern: '/field/customers/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/field/controllers/customers_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/field/controllers/customers_controller').default['show']>>>
    }
  }
  'field.submissions.store': {
    methods: ["POST"]
    pattern: '/field/submissions'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/field/field_validator').submissionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/field/field_validator').submissionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/field/controllers/submissions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/field/controllers/submissions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'field.bindings.create': {
    methods: ["GET","HEAD"]
    pattern: '/field/bindings/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/field/field_validator').bindingDraftValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/field/controllers/bindings_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/field/controllers/bindings_controller').default['create']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'field.bindings.store': {
    methods: ["POST"]
    pattern: '/field/bindings'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/field/field_validator').bindingValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/field/field_validator').bindingValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/field/controllers/bindings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/field/controllers/bindings_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'field.bindings.show': {
    methods: ["GET","HEAD"]
    pattern: '/field/bindings/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/field/controllers/bindings_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/field/controllers/bindings_controller').default['show']>>>
    }
  }
  'field.bindings.destroy': {
    methods: ["DELETE"]
    pattern: '/field/bindings/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/field/controllers/bindings_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/field/controllers/bindings_controller').default['destroy']>>>
    }
  }
  'notifications.notifications.index': {
    methods: ["GET","HEAD"]
    pattern: '/notifications'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/notifications/notification_validator').inboxValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'notifications.notifications.show': {
    methods: ["GET","HEAD"]
    pattern: '/notifications/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['show']>>>
    }
  }
  'notifications.readings.store': {
    methods: ["POST"]
    pattern: '/notifications/:id/reading'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/readings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/readings_controller').default['store']>>>
    }
  }
  'notifications.readings.destroy': {
    methods: ["DELETE"]
    pattern: '/notifications/:id/reading'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/readings_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/readings_controller').default['destroy']>>>
    }
  }
  'notifications.archivals.store': {
    methods: ["POST"]
    pattern: '/notifications/:id/archival'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/archivals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/archivals_controller').default['store']>>>
    }
  }
  'notifications.archivals.destroy': {
    methods: ["DELETE"]
    pattern: '/notifications/:id/archival'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/archivals_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/archivals_controller').default['destroy']>>>
    }
  }
  'notifications.snoozes.store': {
    methods: ["POST"]
    pattern: '/notifications/:id/snooze'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/notifications/notification_validator').snoozeValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/notifications/notification_validator').snoozeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/snoozes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/snoozes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'notifications.snoozes.destroy': {
    methods: ["DELETE"]
    pattern: '/notifications/:id/snooze'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/snoozes_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/snoozes_controller').default['destroy']>>>
    }
  }
  'notifications.inbox_readings.store': {
    methods: ["POST"]
    pattern: '/inbox/reading'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/inbox_readings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/inbox_readings_controller').default['store']>>>
    }
  }
  'notifications.inbox_readings.destroy': {
    methods: ["DELETE"]
    pattern: '/inbox/reading'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/notifications/notification_validator').readingUndoValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/notifications/notification_validator').readingUndoValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/inbox_readings_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/inbox_readings_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.notifications.notifications.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/notifications'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/notifications/notification_validator').inboxValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.notifications.notifications.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/notifications/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['show']>>>
    }
  }
  'api.notifications.inbox_readings.store': {
    methods: ["POST"]
    pattern: '/api/notifications/read'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/inbox_readings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/inbox_readings_controller').default['store']>>>
    }
  }
  'api.notifications.readings.store': {
    methods: ["POST"]
    pattern: '/api/notifications/:id/read'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/readings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/readings_controller').default['store']>>>
    }
  }
  'api.notifications.readings.destroy': {
    methods: ["POST"]
    pattern: '/api/notifications/:id/unread'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/readings_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/readings_controller').default['destroy']>>>
    }
  }
  'api.notifications.archivals.store': {
    methods: ["POST"]
    pattern: '/api/notifications/:id/archive'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/archivals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/archivals_controller').default['store']>>>
    }
  }
  'api.notifications.archivals.destroy': {
    methods: ["POST"]
    pattern: '/api/notifications/:id/unarchive'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/archivals_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/archivals_controller').default['destroy']>>>
    }
  }
  'api.notifications.snoozes.store': {
    methods: ["POST"]
    pattern: '/api/notifications/:id/snooze'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/notifications/notification_validator').snoozeValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/notifications/notification_validator').snoozeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/snoozes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/snoozes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.notifications.snoozes.destroy': {
    methods: ["POST"]
    pattern: '/api/notifications/:id/unsnooze'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/snoozes_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/snoozes_controller').default['destroy']>>>
    }
  }
  'api.notifications.notifications.destroy': {
    methods: ["POST"]
    pattern: '/api/notifications/:id/delete'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['destroy']>>>
    }
  }
  'notification_preferences.preferences.edit': {
    methods: ["GET","HEAD"]
    pattern: '/notifications/preferences'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['edit']>>>
    }
  }
  'notification_preferences.preferences.update': {
    methods: ["PUT"]
    pattern: '/notifications/preferences'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/notification_preferences/preference_validator').preferenceValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/notification_preferences/preference_validator').preferenceValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'notification_preferences.preferences.destroy': {
    methods: ["DELETE"]
    pattern: '/notifications/preferences'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['destroy']>>>
    }
  }
  'notification_preferences.rhythms.update': {
    methods: ["PUT"]
    pattern: '/notifications/rhythm'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/notification_preferences/rhythm_validator').rhythmValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/notification_preferences/rhythm_validator').rhythmValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/rhythms_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/rhythms_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'notification_preferences.rules.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/notifications'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/rules_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/rules_controller').default['edit']>>>
    }
  }
  'notification_preferences.rules.update': {
    methods: ["PUT"]
    pattern: '/settings/notifications'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/notification_preferences/preference_validator').preferenceValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/notification_preferences/preference_validator').preferenceValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/rules_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/rules_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'notification_preferences.unsubscriptions.create': {
    methods: ["GET","HEAD"]
    pattern: '/u/:token'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/unsubscriptions_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/unsubscriptions_controller').default['create']>>>
    }
  }
  'notification_preferences.unsubscriptions.store': {
    methods: ["POST"]
    pattern: '/u/:token'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/unsubscriptions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/unsubscriptions_controller').default['store']>>>
    }
  }
  'notification_preferences.subscriptions.store': {
    methods: ["POST"]
    pattern: '/u/:token/subscription'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/subscriptions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/subscriptions_controller').default['store']>>>
    }
  }
  'api.notification_preferences.preferences.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/notification_preferences'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['index']>>>
    }
  }
  'api.notification_preferences.preferences.update': {
    methods: ["PUT"]
    pattern: '/api/notification_preferences'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/notification_preferences/preference_validator').preferenceValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/notification_preferences/preference_validator').preferenceValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.notification_preferences.preferences.destroy': {
    methods: ["DELETE"]
    pattern: '/api/notification_preferences'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/preferences_controller').default['destroy']>>>
    }
  }
  'api.notification_preferences.rhythms.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/notification_rhythm'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/rhythms_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/rhythms_controller').default['show']>>>
    }
  }
  'api.notification_preferences.rhythms.update': {
    methods: ["PUT"]
    pattern: '/api/notification_rhythm'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/notification_preferences/rhythm_validator').rhythmValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/notification_preferences/rhythm_validator').rhythmValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/rhythms_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notification_preferences/controllers/rhythms_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'deliveries.deliveries.index': {
    methods: ["GET","HEAD"]
    pattern: '/mails'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/notifications/notification_validator').deliveryFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/deliveries_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/deliveries_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'deliveries.blocked_addresses.index': {
    methods: ["GET","HEAD"]
    pattern: '/mails/blocked_addresses'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/deliveries/blocked_address_validator').blockedAddressFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/blocked_addresses_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/blocked_addresses_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'deliveries.blocked_addresses.destroy': {
    methods: ["DELETE"]
    pattern: '/mails/blocked_addresses/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/blocked_addresses_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/blocked_addresses_controller').default['destroy']>>>
    }
  }
  'deliveries.deliveries.show': {
    methods: ["GET","HEAD"]
    pattern: '/mails/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/deliveries_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/deliveries_controller').default['show']>>>
    }
  }
  'deliveries.resends.store': {
    methods: ["POST"]
    pattern: '/mails/:id/resend'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/resends_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/resends_controller').default['store']>>>
    }
  }
  'deliveries.arrivals.store': {
    methods: ["POST"]
    pattern: '/mails/:id/arrival'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/arrivals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/arrivals_controller').default['store']>>>
    }
  }
  'deliveries.push_subscriptions.store': {
    methods: ["POST"]
    pattern: '/notifications/devices'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/deliveries/push_validator').pushSubscriptionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/deliveries/push_validator').pushSubscriptionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_subscriptions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_subscriptions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'deliveries.push_subscriptions.destroy': {
    methods: ["DELETE"]
    pattern: '/notifications/devices/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_subscriptions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_subscriptions_controller').default['destroy']>>>
    }
  }
  'deliveries.push_trials.store': {
    methods: ["POST"]
    pattern: '/notifications/devices/:id/trial'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_trials_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_trials_controller').default['store']>>>
    }
  }
  'deliveries.push_renewals.store': {
    methods: ["POST"]
    pattern: '/push_renewals'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/deliveries/push_validator').pushRenewalValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/deliveries/push_validator').pushRenewalValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_renewals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_renewals_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.deliveries.push_subscriptions.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/push_devices'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_subscriptions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_subscriptions_controller').default['index']>>>
    }
  }
  'api.deliveries.push_subscriptions.store': {
    methods: ["POST"]
    pattern: '/api/push_devices'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/deliveries/push_validator').pushSubscriptionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/deliveries/push_validator').pushSubscriptionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_subscriptions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_subscriptions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.deliveries.push_subscriptions.destroy': {
    methods: ["DELETE"]
    pattern: '/api/push_devices/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_subscriptions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_subscriptions_controller').default['destroy']>>>
    }
  }
  'api.deliveries.push_trials.store': {
    methods: ["POST"]
    pattern: '/api/push_devices/:id/trial'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_trials_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/deliveries/controllers/push_trials_controller').default['store']>>>
    }
  }
  'bounces.mail_reports.store': {
    methods: ["POST"]
    pattern: '/mail_reports'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/bounces/controllers/mail_reports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/bounces/controllers/mail_reports_controller').default['store']>>>
    }
  }
  'message_templates.templates.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/templates'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/message_templates/controllers/templates_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/message_templates/controllers/templates_controller').default['index']>>>
    }
  }
  'message_templates.templates.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/templates/:kind/:channel/:language'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { kind: ParamValue; channel: ParamValue; language: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/message_templates/controllers/templates_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/message_templates/controllers/templates_controller').default['edit']>>>
    }
  }
  'message_templates.templates.update': {
    methods: ["PUT"]
    pattern: '/settings/templates/:kind/:channel/:language'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/message_templates/template_validator').templateValidator)>>
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { kind: ParamValue; channel: ParamValue; language: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/message_templates/template_validator').templateValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/message_templates/controllers/templates_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/message_templates/controllers/templates_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'message_templates.templates.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/templates/:kind/:channel/:language'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { kind: ParamValue; channel: ParamValue; language: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/message_templates/controllers/templates_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/message_templates/controllers/templates_controller').default['destroy']>>>
    }
  }
  'message_templates.publications.store': {
    methods: ["POST"]
    pattern: '/settings/templates/:kind/:channel/:language/publication'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/message_templates/template_validator').templateValidator)>>
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { kind: ParamValue; channel: ParamValue; language: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/message_templates/template_validator').templateValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/message_templates/controllers/publications_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/message_templates/controllers/publications_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'message_templates.publications.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/templates/:kind/:channel/:language/publication'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { kind: ParamValue; channel: ParamValue; language: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/message_templates/controllers/publications_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/message_templates/controllers/publications_controller').default['destroy']>>>
    }
  }
  'message_templates.restorations.store': {
    methods: ["POST"]
    pattern: '/settings/templates/:kind/:channel/:language/restorations'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/message_templates/template_validator').restorationValidator)>>
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { kind: ParamValue; channel: ParamValue; language: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/message_templates/template_validator').restorationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/message_templates/controllers/restorations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/message_templates/controllers/restorations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'message_templates.trials.store': {
    methods: ["POST"]
    pattern: '/settings/templates/:kind/:channel/:language/trials'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/message_templates/template_validator').templateValidator)>>
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { kind: ParamValue; channel: ParamValue; language: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/message_templates/template_validator').templateValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/message_templates/controllers/trials_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/message_templates/controllers/trials_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'tenancy.settings.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/tenancy/controllers/settings_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/tenancy/controllers/settings_controller').default['edit']>>>
    }
  }
  'tenancy.settings.update': {
    methods: ["PUT"]
    pattern: '/settings'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/tenancy/company_validator').companyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/tenancy/company_validator').companyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/tenancy/controllers/settings_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/tenancy/controllers/settings_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'tenancy.numbers.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/numbers'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/tenancy/controllers/numbers_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/tenancy/controllers/numbers_controller').default['edit']>>>
    }
  }
  'tenancy.numbers.update': {
    methods: ["PUT"]
    pattern: '/settings/numbers'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/tenancy/number_validator').numberValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/tenancy/number_validator').numberValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/tenancy/controllers/numbers_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/tenancy/controllers/numbers_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'tenancy.logos.store': {
    methods: ["POST"]
    pattern: '/settings/logo'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/tenancy/controllers/logos_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/tenancy/controllers/logos_controller').default['store']>>>
    }
  }
  'tenancy.logos.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/logo'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/tenancy/controllers/logos_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/tenancy/controllers/logos_controller').default['destroy']>>>
    }
  }
  'tenancy.logos.show': {
    methods: ["GET","HEAD"]
    pattern: '/logos/:slug/:key'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { slug: ParamValue; key: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/tenancy/controllers/logos_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/tenancy/controllers/logos_controller').default['show']>>>
    }
  }
  'api.tenancy.settings.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/settings/tenant'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/tenancy/controllers/settings_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/tenancy/controllers/settings_controller').default['show']>>>
    }
  }
  'api.tenancy.settings.update': {
    methods: ["PUT"]
    pattern: '/api/settings/tenant'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/tenancy/company_validator').companyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/tenancy/company_validator').companyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/tenancy/controllers/settings_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/tenancy/controllers/settings_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.home': {
    methods: ["GET","HEAD"]
    pattern: '/console'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: unknown
      errorResponse: unknown
    }
  }
  'console.companies.index': {
    methods: ["GET","HEAD"]
    pattern: '/console/companies'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/console/console_validator').companyFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.companies.create': {
    methods: ["GET","HEAD"]
    pattern: '/console/companies/new'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/tenancy/company_validator').companyDraftValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['create']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.companies.store': {
    methods: ["POST"]
    pattern: '/console/companies'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/tenancy/company_validator').newCompanyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/tenancy/company_validator').newCompanyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.companies.show': {
    methods: ["GET","HEAD"]
    pattern: '/console/companies/:slug'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['show']>>>
    }
  }
  'console.companies.edit': {
    methods: ["GET","HEAD"]
    pattern: '/console/companies/:slug/edit'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['edit']>>>
    }
  }
  'console.companies.update': {
    methods: ["PUT"]
    pattern: '/console/companies/:slug'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/tenancy/company_validator').operatedCompanyValidator)>>
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/tenancy/company_validator').operatedCompanyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/companies_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.logos.store': {
    methods: ["POST"]
    pattern: '/console/companies/:slug/logo'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/logos_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/logos_controller').default['store']>>>
    }
  }
  'console.logos.destroy': {
    methods: ["DELETE"]
    pattern: '/console/companies/:slug/logo'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/logos_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/logos_controller').default['destroy']>>>
    }
  }
  'console.deactivations.store': {
    methods: ["POST"]
    pattern: '/console/companies/:slug/deactivation'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/console/console_validator').deactivationValidator)>>
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/console/console_validator').deactivationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/deactivations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/deactivations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.deactivations.destroy': {
    methods: ["DELETE"]
    pattern: '/console/companies/:slug/deactivation'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/deactivations_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/deactivations_controller').default['destroy']>>>
    }
  }
  'console.invitations.store': {
    methods: ["POST"]
    pattern: '/console/companies/:slug/invitations'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/identity/user_validator').invitationValidator)>>
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/identity/user_validator').invitationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/invitations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/invitations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.invitations.destroy': {
    methods: ["DELETE"]
    pattern: '/console/companies/:slug/invitations/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { slug: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/invitations_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/invitations_controller').default['destroy']>>>
    }
  }
  'console.invitation_resends.store': {
    methods: ["POST"]
    pattern: '/console/companies/:slug/invitations/:id/resends'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { slug: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/invitation_resends_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/invitation_resends_controller').default['store']>>>
    }
  }
  'console.deliveries.index': {
    methods: ["GET","HEAD"]
    pattern: '/console/companies/:slug/deliveries'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/notifications/notification_validator').deliveryFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/deliveries_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/deliveries_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.deliveries.show': {
    methods: ["GET","HEAD"]
    pattern: '/console/companies/:slug/deliveries/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { slug: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/deliveries_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/deliveries_controller').default['show']>>>
    }
  }
  'console.super_users.index': {
    methods: ["GET","HEAD"]
    pattern: '/console/super_users'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/console/console_validator').superUserFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/super_users_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/super_users_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.super_users.store': {
    methods: ["POST"]
    pattern: '/console/super_users'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/console/console_validator').superUserValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/console/console_validator').superUserValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/super_users_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/super_users_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.super_users.destroy': {
    methods: ["DELETE"]
    pattern: '/console/super_users/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/super_users_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/super_users_controller').default['destroy']>>>
    }
  }
  'console.identity_mails.index': {
    methods: ["GET","HEAD"]
    pattern: '/console/mails'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/console/console_validator').identityMailFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/identity_mails_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/identity_mails_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.identity_mail_resends.store': {
    methods: ["POST"]
    pattern: '/console/mails/:id/resends'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/identity_mail_resends_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/identity_mail_resends_controller').default['store']>>>
    }
  }
  'console.identity_mail_links.store': {
    methods: ["POST"]
    pattern: '/console/mails/:id/links'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/identity_mail_links_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/identity_mail_links_controller').default['store']>>>
    }
  }
  'console.invitation_links.store': {
    methods: ["POST"]
    pattern: '/console/companies/:slug/invitations/:id/links'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { slug: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/console/controllers/invitation_links_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/console/controllers/invitation_links_controller').default['store']>>>
    }
  }
  'console.providers.index': {
    methods: ["GET","HEAD"]
    pattern: '/console/providers'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/providers_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/providers_controller').default['index']>>>
    }
  }
  'console.probes.store': {
    methods: ["POST"]
    pattern: '/console/providers/:provider/probes'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { provider: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/probes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/probes_controller').default['store']>>>
    }
  }
  'console.queues.index': {
    methods: ["GET","HEAD"]
    pattern: '/console/queues'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/queues_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/queues_controller').default['index']>>>
    }
  }
  'console.queues.show': {
    methods: ["GET","HEAD"]
    pattern: '/console/queues/:queue'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { queue: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/operations/operations_validator').deadLetterFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/queues_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/queues_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.replays.store': {
    methods: ["POST"]
    pattern: '/console/queues/:queue/replays'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/operations/operations_validator').replayValidator)>>
      paramsTuple: [ParamValue]
      params: { queue: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/operations/operations_validator').replayValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/replays_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/replays_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.discards.store': {
    methods: ["POST"]
    pattern: '/console/queues/:queue/discards'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/operations/operations_validator').discardValidator)>>
      paramsTuple: [ParamValue]
      params: { queue: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/operations/operations_validator').discardValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/discards_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/discards_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'operations.unfinished.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/unfinished'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/operations/operations_validator').unfinishedValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/unfinished_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/unfinished_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'operations.own_replays.store': {
    methods: ["POST"]
    pattern: '/settings/unfinished/replays'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/operations/operations_validator').replayValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/operations/operations_validator').replayValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/own_replays_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/own_replays_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'operations.own_discards.store': {
    methods: ["POST"]
    pattern: '/settings/unfinished/discards'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/operations/operations_validator').discardValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/operations/operations_validator').discardValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/own_discards_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/own_discards_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'timers.timers.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/timers'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/timers/timer_validator').timersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/timers/controllers/timers_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timers/controllers/timers_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'timers.cancellations.store': {
    methods: ["POST"]
    pattern: '/settings/timers/:id/cancellation'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/timers/controllers/cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timers/controllers/cancellations_controller').default['store']>>>
    }
  }
  'timers.cancellations.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/timers/:id/cancellation'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/timers/controllers/cancellations_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timers/controllers/cancellations_controller').default['destroy']>>>
    }
  }
  'timers.pauses.store': {
    methods: ["POST"]
    pattern: '/settings/schedules/:id/pause'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/timers/controllers/pauses_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timers/controllers/pauses_controller').default['store']>>>
    }
  }
  'timers.pauses.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/schedules/:id/pause'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/timers/controllers/pauses_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timers/controllers/pauses_controller').default['destroy']>>>
    }
  }
  'console.installation_timers.index': {
    methods: ["GET","HEAD"]
    pattern: '/console/timers'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/timers/timer_validator').timersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/timers/controllers/installation_timers_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timers/controllers/installation_timers_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.operator_cancellations.store': {
    methods: ["POST"]
    pattern: '/console/companies/:slug/timers/:id/cancellation'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { slug: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/timers/controllers/operator_cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timers/controllers/operator_cancellations_controller').default['store']>>>
    }
  }
  'console.operator_cancellations.destroy': {
    methods: ["DELETE"]
    pattern: '/console/companies/:slug/timers/:id/cancellation'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { slug: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/timers/controllers/operator_cancellations_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timers/controllers/operator_cancellations_controller').default['destroy']>>>
    }
  }
  'webhooks.endpoints.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/webhooks'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['index']>>>
    }
  }
  'webhooks.endpoints.store': {
    methods: ["POST"]
    pattern: '/settings/webhooks'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/webhooks/webhook_validator').webhookEndpointValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/webhooks/webhook_validator').webhookEndpointValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'webhooks.endpoints.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/webhooks/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['show']>>>
    }
  }
  'webhooks.endpoints.update': {
    methods: ["PUT"]
    pattern: '/settings/webhooks/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/webhooks/webhook_validator').webhookEndpointValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/webhooks/webhook_validator').webhookEndpointValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'webhooks.endpoints.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/webhooks/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['destroy']>>>
    }
  }
  'webhooks.secrets.store': {
    methods: ["POST"]
    pattern: '/settings/webhooks/:id/secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/secrets_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/secrets_controller').default['store']>>>
    }
  }
  'webhooks.trials.store': {
    methods: ["POST"]
    pattern: '/settings/webhooks/:id/trial'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/trials_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/trials_controller').default['store']>>>
    }
  }
  'webhooks.pauses.store': {
    methods: ["POST"]
    pattern: '/settings/webhooks/:id/pause'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/pauses_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/pauses_controller').default['store']>>>
    }
  }
  'webhooks.pauses.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/webhooks/:id/pause'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/pauses_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/pauses_controller').default['destroy']>>>
    }
  }
  'webhooks.failed_resends.store': {
    methods: ["POST"]
    pattern: '/settings/webhooks/:id/failed_resends'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/failed_resends_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/failed_resends_controller').default['store']>>>
    }
  }
  'webhooks.deliveries.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/webhook_deliveries/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/deliveries_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/deliveries_controller').default['show']>>>
    }
  }
  'webhooks.resends.store': {
    methods: ["POST"]
    pattern: '/settings/webhook_deliveries/:id/resend'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/resends_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/resends_controller').default['store']>>>
    }
  }
  'api.webhooks.endpoints.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/webhook_endpoints'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['index']>>>
    }
  }
  'api.webhooks.endpoints.store': {
    methods: ["POST"]
    pattern: '/api/webhook_endpoints'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/webhooks/webhook_validator').webhookEndpointValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/webhooks/webhook_validator').webhookEndpointValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.webhooks.endpoints.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/webhook_endpoints/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['show']>>>
    }
  }
  'api.webhooks.endpoints.update': {
    methods: ["PUT"]
    pattern: '/api/webhook_endpoints/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/webhooks/webhook_validator').webhookEndpointValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/webhooks/webhook_validator').webhookEndpointValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.webhooks.endpoints.destroy': {
    methods: ["DELETE"]
    pattern: '/api/webhook_endpoints/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/endpoints_controller').default['destroy']>>>
    }
  }
  'api.webhooks.secrets.store': {
    methods: ["POST"]
    pattern: '/api/webhook_endpoints/:id/secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/secrets_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/secrets_controller').default['store']>>>
    }
  }
  'api.webhooks.trials.store': {
    methods: ["POST"]
    pattern: '/api/webhook_endpoints/:id/trial'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/trials_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/trials_controller').default['store']>>>
    }
  }
  'api.webhooks.pauses.store': {
    methods: ["POST"]
    pattern: '/api/webhook_endpoints/:id/pause'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/pauses_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/pauses_controller').default['store']>>>
    }
  }
  'api.webhooks.pauses.destroy': {
    methods: ["DELETE"]
    pattern: '/api/webhook_endpoints/:id/pause'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/pauses_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/pauses_controller').default['destroy']>>>
    }
  }
  'api.webhooks.failed_resends.store': {
    methods: ["POST"]
    pattern: '/api/webhook_endpoints/:id/failed_resends'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/failed_resends_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/failed_resends_controller').default['store']>>>
    }
  }
  'api.webhooks.deliveries.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/webhook_endpoints/:id/deliveries'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/webhooks/webhook_validator').webhookFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/deliveries_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/deliveries_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.webhooks.deliveries.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/webhook_deliveries/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/deliveries_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/deliveries_controller').default['show']>>>
    }
  }
  'api.webhooks.resends.store': {
    methods: ["POST"]
    pattern: '/api/webhook_deliveries/:id/resend'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/webhooks/controllers/resends_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/webhooks/controllers/resends_controller').default['store']>>>
    }
  }
  'requests.requests.create': {
    methods: ["GET","HEAD"]
    pattern: '/q/:token'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/requests_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/requests_controller').default['create']>>>
    }
  }
  'requests.printed': {
    methods: ["GET","HEAD"]
    pattern: '/Q/:token'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/requests_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/requests_controller').default['create']>>>
    }
  }
  'requests.requests.store': {
    methods: ["POST"]
    pattern: '/q/:token'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/requests_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/requests_controller').default['store']>>>
    }
  }
  'requests.sticker_reports.create': {
    methods: ["GET","HEAD"]
    pattern: '/q/:token/report'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/sticker_reports_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/sticker_reports_controller').default['create']>>>
    }
  }
  'requests.sticker_reports.store': {
    methods: ["POST"]
    pattern: '/q/:token/report'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/sticker_reports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/sticker_reports_controller').default['store']>>>
    }
  }
  'requests.linked_requests.create': {
    methods: ["GET","HEAD"]
    pattern: '/f/:company/:path'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { company: ParamValue; path: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/linked_requests_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/linked_requests_controller').default['create']>>>
    }
  }
  'requests.linked_requests.store': {
    methods: ["POST"]
    pattern: '/f/:company/:path'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { company: ParamValue; path: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/linked_requests_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/linked_requests_controller').default['store']>>>
    }
  }
  'requests.embedded_requests.create': {
    methods: ["GET","HEAD"]
    pattern: '/f/:company/:path/embedded'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { company: ParamValue; path: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/embedded_requests_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/embedded_requests_controller').default['create']>>>
    }
  }
  'requests.embedded_requests.store': {
    methods: ["POST"]
    pattern: '/f/:company/:path/embedded'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { company: ParamValue; path: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/embedded_requests_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/embedded_requests_controller').default['store']>>>
    }
  }
  'requests.downloads.show': {
    methods: ["GET","HEAD"]
    pattern: '/files/:reference'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { reference: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/downloads_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/downloads_controller').default['show']>>>
    }
  }
  'requests.statuses.show': {
    methods: ["GET","HEAD"]
    pattern: '/s/:token'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/statuses_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/statuses_controller').default['show']>>>
    }
  }
  'requests.messages.store': {
    methods: ["POST"]
    pattern: '/s/:token/messages'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/messages_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/messages_controller').default['store']>>>
    }
  }
  'requests.cancellations.create': {
    methods: ["GET","HEAD"]
    pattern: '/s/:token/cancellation'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/cancellations_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/cancellations_controller').default['create']>>>
    }
  }
  'requests.cancellations.store': {
    methods: ["POST"]
    pattern: '/s/:token/cancellation'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/cancellations_controller').default['store']>>>
    }
  }
  'requests.reschedulings.create': {
    methods: ["GET","HEAD"]
    pattern: '/s/:token/visits/:id/rescheduling'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { token: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/reschedulings_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/reschedulings_controller').default['create']>>>
    }
  }
  'requests.reschedulings.store': {
    methods: ["POST"]
    pattern: '/s/:token/visits/:id/rescheduling'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { token: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/reschedulings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/reschedulings_controller').default['store']>>>
    }
  }
  'requests.visit_cancellations.create': {
    methods: ["GET","HEAD"]
    pattern: '/s/:token/visits/:id/cancellation'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { token: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/visit_cancellations_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/visit_cancellations_controller').default['create']>>>
    }
  }
  'requests.visit_cancellations.store': {
    methods: ["POST"]
    pattern: '/s/:token/visits/:id/cancellation'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { token: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/visit_cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/visit_cancellations_controller').default['store']>>>
    }
  }
  'requests.attachments.show': {
    methods: ["GET","HEAD"]
    pattern: '/s/:token/attachments/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { token: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/attachments_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/attachments_controller').default['show']>>>
    }
  }
  'requests.files.show': {
    methods: ["GET","HEAD"]
    pattern: '/s/:token/files/:reference'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { token: ParamValue; reference: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/requests/controllers/files_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/requests/controllers/files_controller').default['show']>>>
    }
  }
  'console.operator_entries.index': {
    methods: ["GET","HEAD"]
    pattern: '/console/log'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/audit/audit_validator').operatorLogValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/audit/controllers/operator_entries_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/audit/controllers/operator_entries_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'audit.entries.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/audit'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/audit/audit_validator').auditFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/audit/controllers/entries_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/audit/controllers/entries_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'audit.exports.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/audit/export'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/audit/audit_validator').auditExportValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/audit/controllers/exports_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/audit/controllers/exports_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'timelines.histories.show': {
    methods: ["GET","HEAD"]
    pattern: '/history/:subject/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { subject: ParamValue; id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/timelines/history_validator').historyFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/timelines/controllers/histories_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timelines/controllers/histories_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'timelines.restorations.store': {
    methods: ["POST"]
    pattern: '/history/:subject/:id/restorations'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/timelines/history_validator').restorationValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { subject: ParamValue; id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/timelines/history_validator').restorationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/timelines/controllers/restorations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timelines/controllers/restorations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.timelines.histories.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/history/:subject/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { subject: ParamValue; id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/timelines/history_validator').historyFiltersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/timelines/controllers/histories_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timelines/controllers/histories_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.timelines.restorations.store': {
    methods: ["POST"]
    pattern: '/api/history/:subject/:id/restorations'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/timelines/history_validator').restorationValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { subject: ParamValue; id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/timelines/history_validator').restorationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/timelines/controllers/restorations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/timelines/controllers/restorations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.received_webhooks.store': {
    methods: ["POST"]
    pattern: '/incoming/crm/:adapter'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { adapter: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/received_webhooks_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/received_webhooks_controller').default['store']>>>
    }
  }
  'crm_connections.connections.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/customer_system'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/connections_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/connections_controller').default['edit']>>>
    }
  }
  'crm_connections.connections.update': {
    methods: ["PUT"]
    pattern: '/settings/customer_system'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/crm_connections/crm_connection_validator').chosenCrmValidator)>|InferInput<(typeof import('#app/crm_connections/crm_connection_validator').settingsValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/crm_connections/crm_connection_validator').chosenCrmValidator)>|InferInput<(typeof import('#app/crm_connections/crm_connection_validator').settingsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/connections_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/connections_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.connections.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/customer_system'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/connections_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/connections_controller').default['destroy']>>>
    }
  }
  'crm_connections.authorizations.store': {
    methods: ["POST"]
    pattern: '/settings/customer_system/authorization'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/crm_connections/crm_connection_validator').chosenCrmValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/crm_connections/crm_connection_validator').chosenCrmValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/authorizations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/authorizations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.authorizations.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/customer_system/authorization'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/authorizations_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/authorizations_controller').default['show']>>>
    }
  }
  'crm_connections.trials.store': {
    methods: ["POST"]
    pattern: '/settings/customer_system/trials'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/trials_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/trials_controller').default['store']>>>
    }
  }
  'crm_connections.syncs.store': {
    methods: ["POST"]
    pattern: '/settings/customer_system/syncs'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/crm_connections/crm_sync_validator').newCrmSyncValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/crm_connections/crm_sync_validator').newCrmSyncValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/syncs_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/syncs_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.syncs.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/customer_system/syncs/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/crm_connections/crm_sync_validator').crmSyncRowsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/syncs_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/syncs_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.syncs.update': {
    methods: ["PUT"]
    pattern: '/settings/customer_system/syncs/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/crm_connections/crm_sync_validator').crmSyncValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/crm_connections/crm_sync_validator').crmSyncValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/syncs_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/syncs_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.exports.store': {
    methods: ["POST"]
    pattern: '/settings/customer_system/syncs/:sync_id/exports'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/crm_connections/crm_sync_validator').crmSyncExportValidator)>>
      paramsTuple: [ParamValue]
      params: { sync_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/crm_connections/crm_sync_validator').crmSyncExportValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/exports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/exports_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.fields.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/customer_system/fields'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/fields_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/fields_controller').default['edit']>>>
    }
  }
  'crm_connections.field_previews.store': {
    methods: ["POST"]
    pattern: '/settings/customer_system/fields/previews'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/field_previews_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/field_previews_controller').default['store']>>>
    }
  }
  'crm_connections.fields.update': {
    methods: ["PUT"]
    pattern: '/settings/customer_system/fields'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/fields_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/fields_controller').default['update']>>>
    }
  }
  'crm_connections.conflicts.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/customer_system/conflicts'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/crm_connections/crm_conflict_validator').crmConflictsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/conflicts_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/conflicts_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.conflicts.update': {
    methods: ["PUT"]
    pattern: '/settings/customer_system/conflicts/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/crm_connections/crm_conflict_validator').crmConflictValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/crm_connections/crm_conflict_validator').crmConflictValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/conflicts_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/conflicts_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.newcomers.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/customer_system/newcomers'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/crm_connections/crm_newcomer_validator').crmNewcomersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/newcomers_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/newcomers_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.newcomers.store': {
    methods: ["POST"]
    pattern: '/settings/customer_system/newcomers'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/newcomers_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/newcomers_controller').default['store']>>>
    }
  }
  'crm_connections.newcomers.update': {
    methods: ["PUT"]
    pattern: '/settings/customer_system/newcomers/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/crm_connections/crm_newcomer_validator').crmNewcomerValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/crm_connections/crm_newcomer_validator').crmNewcomerValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/newcomers_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/newcomers_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.newcomer_rules.update': {
    methods: ["PUT"]
    pattern: '/settings/customer_system/newcomer_rule'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/crm_connections/crm_newcomer_validator').crmNewcomerRuleValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/crm_connections/crm_newcomer_validator').crmNewcomerRuleValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/newcomer_rules_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/newcomer_rules_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.firm_rules.update': {
    methods: ["PUT"]
    pattern: '/settings/customer_system/firm_rule'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/crm_connections/crm_connection_validator').crmFirmRuleValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/crm_connections/crm_connection_validator').crmFirmRuleValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/firm_rules_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/firm_rules_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.links.update': {
    methods: ["PUT"]
    pattern: '/settings/customer_system/links/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/crm_connections/crm_link_validator').crmLinkValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/crm_connections/crm_link_validator').crmLinkValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/links_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/links_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_connections.exports.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/customer_system/exports/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/exports_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_connections/controllers/exports_controller').default['show']>>>
    }
  }
  'crm_deals.plans.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/customer_system/deals'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_deals/controllers/plans_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_deals/controllers/plans_controller').default['edit']>>>
    }
  }
  'crm_deals.deals.update': {
    methods: ["PUT"]
    pattern: '/leads/:lead_id/customer_system_deal'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/crm_deals/crm_deal_validator').crmDealValidator)>>
      paramsTuple: [ParamValue]
      params: { lead_id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/crm_deals/crm_deal_validator').crmDealValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_deals/controllers/deals_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_deals/controllers/deals_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'crm_deals.plans.update': {
    methods: ["PUT"]
    pattern: '/settings/customer_system/deals'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_deals/controllers/plans_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_deals/controllers/plans_controller').default['update']>>>
    }
  }
  'crm_deals.plans.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/customer_system/deals'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/crm_deals/controllers/plans_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/crm_deals/controllers/plans_controller').default['destroy']>>>
    }
  }
  'vendor_connections.arrivals.show': {
    methods: ["GET","HEAD"]
    pattern: '/oauth/callback'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/vendor_connections/controllers/arrivals_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/vendor_connections/controllers/arrivals_controller').default['show']>>>
    }
  }
  'integrations.integrations.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/integrations'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/integrations/controllers/integrations_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/integrations/controllers/integrations_controller').default['index']>>>
    }
  }
  'retention.retentions.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/retention'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/retention/controllers/retentions_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/retention/controllers/retentions_controller').default['edit']>>>
    }
  }
  'retention.retentions.update': {
    methods: ["PUT"]
    pattern: '/settings/retention'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/retention/retention_validator').retentionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/retention/retention_validator').retentionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/retention/controllers/retentions_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/retention/controllers/retentions_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'retention.archives.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/retention/archives/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/retention/controllers/archives_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/retention/controllers/archives_controller').default['show']>>>
    }
  }
  'retention.history_exports.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/retention/history'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/retention/controllers/history_exports_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/retention/controllers/history_exports_controller').default['show']>>>
    }
  }
  'bookings.calendars.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/booking'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/bookings/controllers/calendars_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/bookings/controllers/calendars_controller').default['edit']>>>
    }
  }
  'bookings.calendars.update': {
    methods: ["PUT"]
    pattern: '/settings/booking'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/bookings/calendar_validator').calendarValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/bookings/calendar_validator').calendarValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/bookings/controllers/calendars_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/bookings/controllers/calendars_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.impersonations.create': {
    methods: ["GET","HEAD"]
    pattern: '/console/companies/:slug/impersonations/new'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#app/impersonations/impersonation_validator').memberSearchValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonations/controllers/impersonations_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonations/controllers/impersonations_controller').default['create']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.impersonations.store': {
    methods: ["POST"]
    pattern: '/console/companies/:slug/impersonations'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/impersonations/impersonation_validator').impersonationValidator)>>
      paramsTuple: [ParamValue]
      params: { slug: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#app/impersonations/impersonation_validator').impersonationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonations/controllers/impersonations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonations/controllers/impersonations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'console.impersonations.destroy': {
    methods: ["DELETE"]
    pattern: '/console/impersonation'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonations/controllers/impersonations_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonations/controllers/impersonations_controller').default['destroy']>>>
    }
  }
  'impersonations.support_accesses.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/support_access'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#app/impersonations/impersonation_validator').visitsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonations/controllers/support_accesses_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonations/controllers/support_accesses_controller').default['edit']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'impersonations.support_accesses.update': {
    methods: ["PUT"]
    pattern: '/settings/support_access'
    types: {
      body: ExtractBody<InferInput<(typeof import('#app/impersonations/impersonation_validator').supportAccessValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#app/impersonations/impersonation_validator').supportAccessValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonations/controllers/support_accesses_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonations/controllers/support_accesses_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'impersonations.support_consents.store': {
    methods: ["POST"]
    pattern: '/settings/support_access/consent'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonations/controllers/support_consents_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonations/controllers/support_consents_controller').default['store']>>>
    }
  }
  'impersonations.support_consents.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/support_access/consent'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonations/controllers/support_consents_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonations/controllers/support_consents_controller').default['destroy']>>>
    }
  }
  'impersonations.visit_endings.store': {
    methods: ["POST"]
    pattern: '/settings/support_access/visits/:id/ending'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonations/controllers/visit_endings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonations/controllers/visit_endings_controller').default['store']>>>
    }
  }
}
