import { Histogram } from 'prom-client'

/** How long requests took, by the name of their route: an address would make a series of its own. */
export const requestTimes = new Histogram({
  name: 'latchkey_http_request_seconds',
  help: 'Time until a request was answered',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [],
})
