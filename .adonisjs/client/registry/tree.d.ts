/* eslint-disable prettier/prettier */
import type { routes } from './index.ts'

export interface ApiDefinition {
  identity: {
    sessions: {
      create: typeof routes['identity.sessions.create']
      store: typeof routes['identity.sessions.store']
      destroy: typeof routes['identity.sessions.destroy']
    }
  }
}
