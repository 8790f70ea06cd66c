import { HttpContext } from '@adonisjs/core/http'
import { BaseSerializer } from '@adonisjs/core/transformers'

/** Where a keyset page ends: `nextCursor` is opaque, and null on the last page. */
export type PageMeta = { nextCursor: string | null; count: string }

class ApiSerializer extends BaseSerializer<{ Wrap: 'data'; PaginationMetaData: PageMeta }> {
  wrap = 'data' as const

  definePaginationMetaData(meta: unknown): PageMeta {
    return meta as PageMeta
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    serialize: ApiSerializer['serialize']
  }
}

const serializer = new ApiSerializer()

HttpContext.instanceProperty('serialize', function (this: HttpContext, values: never): never {
  return serializer.serialize(values, this.containerResolver) as never
})
