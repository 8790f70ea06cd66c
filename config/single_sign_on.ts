import env from '#start/env'

/** Issuers inside the private network, each as host:port. Only the operator names them. */
export const privateIssuers = (env.get('SSO_PRIVATE_ISSUERS') ?? '')
  .split(',')
  .map((host) => host.trim().toLowerCase())
  .filter((host) => host !== '')
