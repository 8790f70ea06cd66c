import type { WorkerList } from '#app/platform/bus/queues'
import type { SenderList } from '#app/platform/sending/sender'
import type { TimerList } from '#app/platform/timers/timers'

/** Which workers read which queue. */
export const workers: WorkerList = {
  webhooks: [
    () => import('#app/webhooks/webhook_worker'),
    () => import('#app/webhooks/webhook_resumption_worker'),
  ],
  deals: [() => import('#app/crm_deals/due_deals_worker')],
  crm: [
    () => import('#app/crm_connections/crm_worker'),
    () => import('#app/crm_connections/crm_sync_worker'),
    () => import('#app/crm_connections/crm_newcomers_worker'),
    () => import('#app/crm_deals/crm_deal_worker'),
  ],
  photos: [() => import('#app/leads/photo_worker')],
  companies: [
    () => import('#app/lead_flows/first_flow_worker'),
    () => import('#app/messages/departure_worker'),
    () => import('#app/identity/closing_worker'),
  ],
  notifications: [
    () => import('#app/notifications/notification_worker'),
    () => import('#app/notifications/mail_worker'),
    () => import('#app/notifications/notice_worker'),
    () => import('#app/deliveries/resumption_worker'),
  ],
}

/** What is sent when its turn has come. */
export const senders: SenderList = {
  delivery: () => import('#app/deliveries/delivery_sender'),
  identity_mail: () => import('#app/sign_in/identity_mail_sender'),
  webhook: () => import('#app/webhooks/webhook_sender'),
}

/** What happens later, or again and again. */
export const timers: TimerList = {
  abandoned_photos: () => import('#app/attachments/abandoned_photos_timer'),
  impersonation_end: () => import('#app/impersonations/impersonation_end_timer'),
  crm_feed: () => import('#app/crm_connections/crm_feed_timer'),
  crm_hints: () => import('#app/crm_connections/crm_hints_timer'),
  crm_merged_deals: () => import('#app/crm_deals/crm_merged_deals_timer'),
  chain: () => import('#app/platform/history/chain_timer'),
  lead_counting: () => import('#app/dashboards/lead_counting_timer'),
  retention: () => import('#app/platform/history/retention_timer'),
  housekeeping: () => import('#app/platform/timers/housekeeping_timer'),
  delivery_retry: () => import('#app/deliveries/delivery_retry_timer'),
  held_deliveries: () => import('#app/deliveries/held_deliveries_timer'),
  notification_return: () => import('#app/notifications/notification_return_timer'),
  identity_mail: () => import('#app/sign_in/identity_mail_timer'),
  identity_mail_watch: () => import('#app/sign_in/identity_mail_watch_timer'),
  stranded_webhooks: () => import('#app/webhooks/stranded_webhooks_timer'),
  crm_sync_rest: () => import('#app/crm_connections/crm_sync_rest_timer'),
  webhook_release: () => import('#app/webhooks/webhook_release_timer'),
  webhook_retry: () => import('#app/webhooks/webhook_retry_timer'),
  stranded_deliveries: () => import('#app/deliveries/stranded_deliveries_timer'),
}
