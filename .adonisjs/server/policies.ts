export const policies = {
  AccessTokenPolicy: () => import('#app/access_tokens/access_token_policy'),
  AccessTokensServiceTokenPolicy: () => import('#app/access_tokens/service_token_policy'),
  AuditPolicy: () => import('#app/audit/audit_policy'),
  CustomerPolicy: () => import('#app/customers/customer_policy'),
  IdentityInvitationPolicy: () => import('#app/identity/invitation_policy'),
  IdentityUserPolicy: () => import('#app/identity/user_policy'),
  ImpersonationPolicy: () => import('#app/impersonations/impersonation_policy'),
  LeadFlowPolicy: () => import('#app/lead_flows/lead_flow_policy'),
  LeadPolicy: () => import('#app/leads/lead_policy'),
  MessagePolicy: () => import('#app/messages/message_policy'),
  NotificationsDeliveryPolicy: () => import('#app/notifications/delivery_policy'),
  OrderPolicy: () => import('#app/orders/order_policy'),
  QrCodesQrBatchPolicy: () => import('#app/qr_codes/qr_batch_policy'),
  QrCodePolicy: () => import('#app/qr_codes/qr_code_policy'),
  TenancyTenantPolicy: () => import('#app/tenancy/tenant_policy'),
}

