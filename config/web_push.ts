import env from '#start/env'

/** Push services inside the private network, each as host:port. Only the operator names them. */
export const privatePushServices = (env.get('PUSH_PRIVATE_SERVICES') ?? '')
  .split(',')
  .map((host) => host.trim().toLowerCase())
  .filter((host) => host !== '')
