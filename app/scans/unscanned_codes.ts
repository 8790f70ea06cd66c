import { countInWords } from '#app/platform/database/capped_count'
import { pageIn, type Orders } from '#app/platform/database/keyset_page'
import type User from '#app/identity/user'
import QrCode from '#app/qr_codes/qr_code'

const PAGE = 50

/** Stickers that hang somewhere and that nobody has ever scanned, the oldest first. */
export class UnscannedCodes {
  async page(user: User, after?: string) {
    const query = this.all().preload('batch')
    const page = await pageIn<QrCode>(query as never, ORDERS, { sort: 'assignedAt', after, limit: PAGE })
    return { ...page, rows: await QrCode.nameCustomers(page.rows, user) }
  }

  count() {
    return countInWords(this.all())
  }

  private all() {
    return QrCode.query().where('state', 'assigned').whereNull('firstScannedAt')
  }
}

const ORDERS: Orders<QrCode> = {
  assignedAt: {
    columns: ['assigned_at', 'id'],
    direction: 'asc',
    positionOf: ({ assignedAt, id }) => [assignedAt!.toISO()!, id],
    isPlace: ([at]) => !Number.isNaN(Date.parse(at)),
  },
}
