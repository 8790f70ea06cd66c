import env from '#start/env'

/** How many requests of the API one minute holds, in each web process. */
export const requestsPerMinute = {
  token: env.get('API_REQUESTS_PER_TOKEN') ?? 600,
  company: env.get('API_REQUESTS_PER_COMPANY') ?? 3_000,
  /** Of one address, for what needs no token. */
  address: 120,
}

/** Where pages of others may call the API from, in the browsers of their visitors. */
export const corsOrigins = (env.get('CORS_ORIGINS') ?? '')
  .split(',')
  .map((origin) => origin.trim().replace(/\/$/, ''))
  .filter(Boolean)
