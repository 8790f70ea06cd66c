import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'identity.sessions.create': { paramsTuple?: []; params?: {} }
    'identity.sessions.store': { paramsTuple?: []; params?: {} }
    'identity.sessions.destroy': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'identity.sessions.create': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'identity.sessions.create': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'identity.sessions.store': { paramsTuple?: []; params?: {} }
  }
  DELETE: {
    'identity.sessions.destroy': { paramsTuple?: []; params?: {} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}