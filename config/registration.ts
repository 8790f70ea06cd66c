import env from '#start/env'

/** Whether anybody may open a company here, once their address is proved. */
export const registration = { isOpen: env.get('REGISTRATION') === 'open' }
