import { registry } from '@generated/registry'
import { createTuyau } from '@tuyau/core/client'

const mountOf = (path: string) => /^\/c\/[a-z0-9-]+(?=\/|$)/.exec(path)?.[0] ?? ''
const mount = mountOf(window.location.pathname)

const bare = createTuyau({ baseUrl: window.location.origin + mount, registry })

export const client = bare
export const urlFor = bare.urlFor
