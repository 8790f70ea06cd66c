import env from '#start/env'

/** Who may read the figures; without a token nobody may. */
export const metricsToken = env.get('METRICS_TOKEN')?.release()
