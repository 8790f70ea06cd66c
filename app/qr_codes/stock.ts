import { countInWords } from '#app/platform/database/capped_count'
import { pageIn, type Orders } from '#app/platform/database/keyset_page'
import QrCode from '#app/qr_codes/qr_code'

const PAGE = 50

/** Blank codes: made, perhaps printed, and waiting for a customer. The oldest first, as they should be used up. */
export class Stock {
  page(after?: string) {
    const query = this.all().preload('batch')
    return pageIn<QrCode>(query as never, ORDERS, { sort: 'id', after, limit: PAGE })
  }

  count() {
    return countInWords(this.all())
  }

  private all() {
    return QrCode.query().where('state', 'blank')
  }
}

const ORDERS: Orders<QrCode> = {
  id: { columns: ['id'], direction: 'asc', positionOf: ({ id }) => [id] },
}
