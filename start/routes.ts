import { accessTokenRoutes } from '#app/access_tokens/routes'
import { auditRoutes } from '#app/audit/routes'
import { apiRoutes } from '#app/api/routes'
import { accessRoutes } from '#app/access/routes'
import { bounceRoutes } from '#app/bounces/routes'
import { cannedReplyRoutes } from '#app/canned_replies/routes'
import { consoleRoutes } from '#app/console/routes'
import { dashboardRoutes } from '#app/dashboards/routes'
import { customerRoutes } from '#app/customers/routes'
import { customerMergeRoutes } from '#app/customer_merges/routes'
import { deliveryRoutes } from '#app/deliveries/routes'
import { fieldRoutes } from '#app/field/routes'
import { impersonationRoutes } from '#app/impersonations/routes'
import { identityRoutes } from '#app/identity/routes'
import { leadFlowRoutes } from '#app/lead_flows/routes'
import { leadRoutes } from '#app/leads/routes'
import { messageRoutes } from '#app/messages/routes'
import { noteRoutes } from '#app/notes/routes'
import { messageTemplateRoutes } from '#app/message_templates/routes'
import { notificationPreferenceRoutes } from '#app/notification_preferences/routes'
import { notificationRoutes } from '#app/notifications/routes'
import { operationRoutes } from '#app/operations/routes'
import { orderRoutes } from '#app/orders/routes'
import { singleSignOnRoutes } from '#app/single_sign_on/routes'
import { socialAccountRoutes } from '#app/social_accounts/routes'
import { timelineRoutes } from '#app/timelines/routes'
import { timerRoutes } from '#app/timers/routes'
import { twoFactorRoutes } from '#app/two_factor/routes'
import { tenancyRoutes } from '#app/tenancy/routes'
import { qrCodeRoutes } from '#app/qr_codes/routes'
import { scanRoutes } from '#app/scans/routes'
import { crmConnectionRoutes } from '#app/crm_connections/routes'
import { crmDealRoutes } from '#app/crm_deals/routes'
import { integrationRoutes } from '#app/integrations/routes'
import { vendorConnectionRoutes } from '#app/vendor_connections/routes'
import { retentionRoutes } from '#app/retention/routes'
import { bookingRoutes } from '#app/bookings/routes'
import { registrationRoutes } from '#app/registrations/routes'
import { requestRoutes } from '#app/requests/routes'
import { signInRoutes } from '#app/sign_in/routes'
import { webhookRoutes } from '#app/webhooks/routes'

identityRoutes()
accessRoutes()
signInRoutes()
registrationRoutes()
twoFactorRoutes()
accessTokenRoutes()
apiRoutes()
singleSignOnRoutes()
socialAccountRoutes()
dashboardRoutes()
leadRoutes()
leadFlowRoutes()
messageRoutes()
noteRoutes()
cannedReplyRoutes()
orderRoutes()
customerRoutes()
customerMergeRoutes()
qrCodeRoutes()
scanRoutes()
fieldRoutes()
notificationRoutes()
notificationPreferenceRoutes()
deliveryRoutes()
bounceRoutes()
messageTemplateRoutes()
tenancyRoutes()
consoleRoutes()
operationRoutes()
timerRoutes()
webhookRoutes()
requestRoutes()
auditRoutes()
timelineRoutes()
crmConnectionRoutes()
crmDealRoutes()
vendorConnectionRoutes()
integrationRoutes()
retentionRoutes()
bookingRoutes()
impersonationRoutes()
