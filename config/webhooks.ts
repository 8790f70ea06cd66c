import env from '#start/env'

/** Receivers of webhooks inside the private network, each as host:port. Only the operator names them. */
export const privateWebhookHosts = (env.get('WEBHOOK_PRIVATE_HOSTS') ?? '')
  .split(',')
  .map((host) => host.trim().toLowerCase())
  .filter((host) => host !== '')
