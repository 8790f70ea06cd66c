import type { Unit } from '#app/platform/database/current'
import type Tenant from '#app/tenancy/tenant'
import type Customer from '#app/customers/customer'
import type QrCode from '#app/qr_codes/qr_code'
import type { ScannedCode } from '#app/requests/scanned_code'

export type Visitor = Pick<Customer, 'name' | 'street' | 'phone' | 'email' | 'address'>

/** The way by which a request comes in, and what the company knows of who comes by it. */
export type Entrance = {
  tenant: Tenant
  unit: Unit
  path: string
  /** Its own among all ways: forms are stamped for it, requests counted by it. */
  key: string
  source: 'qr' | 'link' | 'embed'
  leadFlowId: string | null
  customer: (Visitor & { id: string }) | null
  code: QrCode | null
}

/** As far as an entrance is known before its company is asked. */
export type Door = Pick<Entrance, 'unit' | 'key'> & { isCode: boolean; open: () => Promise<Entrance> }

export const doorBy = (scanned: ScannedCode): Door => ({
  unit: scanned.unit,
  key: scanned.qrCodeId,
  isCode: true,
  open: async () => entranceBy(scanned, await scanned.open()),
})

export const entranceBy = (scanned: ScannedCode, code: QrCode): Entrance => ({
  tenant: scanned.tenant,
  unit: scanned.unit,
  path: scanned.path,
  key: code.id,
  source: 'qr',
  leadFlowId: code.batch.leadFlowId,
  customer: code.customer,
  code,
})
