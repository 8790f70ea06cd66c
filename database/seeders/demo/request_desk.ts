import type { DateTime } from 'luxon'
import { Current } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import Attachment from '#app/attachments/attachment'
import LinkToken from '#app/identity/link_token'
import Lead from '#app/leads/lead'
import type LeadFlowVersion from '#app/lead_flows/lead_flow_version'
import type QrCode from '#app/qr_codes/qr_code'
import { Scan } from '#app/scans/scan'
import type Tenant from '#app/tenancy/tenant'
import type { Client, CustomerBook } from './customer_book.js'
import type { Dice } from './dice.js'
import type { PhotoAlbum } from './photo_album.js'
import { fillIn } from './request_form.js'
import { Troubles, type Trouble } from './requests.js'
import type { Words } from './words.js'

type Occasion = { tenant: Tenant; version: LeadFlowVersion; photoChance: number; isNews: boolean }

/** So many others ask before somebody asks again. */
const REST = 25

export type Arrival = { lead: Lead; client: Client; trouble: Trouble }

/** Where requests come in: from a scanned code, or by telephone. */
export class RequestDesk {
  #troubles: Troubles
  #firmTroubles: Troubles
  #latest: Client[] = []

  constructor(
    private book: CustomerBook,
    private album: PhotoAlbum,
    readonly words: Words,
    private dice: Dice
  ) {
    this.#troubles = new Troubles(words.themes, dice)
    this.#firmTroubles = new Troubles([words.firmTheme], dice)
  }

  async scan(at: DateTime, { tenant, version, photoChance, isNews }: Occasion): Promise<Arrival> {
    const client = this.#oneOf((isFirm) => this.book.labelled(isFirm))
    const { customer, code } = client
    const trouble = this.#troubleOf(client, at, { isShown: isNews && this.dice.chance(0.5) })
    const photos = await this.#photograph(trouble, photoChance)
    const { words, dice } = this
    const { country, locale, timeZone } = tenant
    const place = { country, locale, timeZone }
    const sheet = fillIn({ version, trouble, photoIds: photos.map(({ id }) => id), words, dice, place })
    this.#look(code!, at, tenant, version.leadFlowId)
    const lead = await Lead.receive({
      key: null,
      source: 'qr',
      customerId: customer.id,
      qrCodeId: code!.id,
      leadFlowVersionId: version.id,
      contact: contactOf(client),
      summary: sheet.summary,
      answers: sheet.answers,
    })
    for (const photo of photos) await photo.attachTo(lead)
    await LinkToken.mint({ kind: 'lead_status', subjectId: lead.id })
    return { lead, client, trouble }
  }

  /** Not everybody who looks also asks. */
  #look(code: QrCode, at: DateTime, tenant: Tenant, leadFlowId: string) {
    const scan = new Scan(code, tenant, leadFlowId)
    const people = 1 + (at.minute % 3)
    for (let one = 0; one < people; one++) {
      scan.recordOf({ isPerson: true, markFor: () => Buffer.from(newId().replaceAll('-', ''), 'hex') })
    }
    scan.becameLead()
  }

  async call(at: DateTime): Promise<Arrival> {
    const client = this.#oneOf((isFirm) => this.book.clients.filter((one) => one.isFirm === isFirm))
    const trouble = this.#troubleOf(client, at)
    const lead = await Lead.receive({
      key: null,
      source: 'manual',
      customerId: client.customer.id,
      contact: contactOf(client),
      summary: trouble.text.length > 140 ? `${trouble.text.slice(0, 139).trimEnd()}…` : trouble.text,
      answers: [],
    })
    return { lead, client, trouble }
  }

  /** Nobody asks twice in a row. */
  #oneOf(clients: (isFirm: boolean) => Client[]) {
    const isFirm = clients(true).length > 0 && this.#firmTroubles.hasMore && this.dice.chance(0.06)
    const candidates = clients(isFirm)
    const rested = candidates.filter((client) => !this.#latest.includes(client))
    const client = this.dice.pick(rested.length > 0 ? rested : candidates)
    this.#latest = [client, ...this.#latest].slice(0, REST)
    return client
  }

  #troubleOf({ isFirm }: Client, at: DateTime, { isShown = false } = {}) {
    return isFirm ? this.#firmTroubles.draw(at) : this.#troubles.drawFor(at, { isShown })
  }

  async #photograph({ scene }: Trouble, chance: number) {
    if (!scene || !this.dice.chance(chance)) return []
    const looks = await this.album.photosOf(scene)
    const taken = this.dice.chance(0.35) ? looks : [this.dice.pick(looks)]
    const unit = { tenantId: Current.tenantId, actor: Current.actor }
    const photos: Attachment[] = []
    for (const { photo, sizes } of taken) {
      const held = await Attachment.hold(photo, `IMG_${this.dice.between(1204, 9871)}.jpg`, unit)
      await held.putSizes(sizes)
      await held.noteSizes()
      photos.push(held)
    }
    return photos
  }
}

function contactOf({ customer }: Client) {
  const { name, phone, email, address } = customer
  return { name, phone, email, address }
}
