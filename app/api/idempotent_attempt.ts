import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { hashOf } from '#app/platform/secret'
import { Current } from '#app/platform/database/current'
import { IdempotencyKeyError, IdempotencyKeyReusedError, RequestInProgressError } from '#app/api/errors'
import IdempotencyKey from '#app/api/idempotency_key'

const READS = ['GET', 'HEAD']
const PRINTABLE = /^[\x21-\x7e]{1,255}$/
/** Refusals that the same request would get again. Others (no right, too fast, our own failure) may go away. */
const FINAL = [404, 409, 410, 412, 422]
const KEPT_HEADERS = ['content-type', 'etag', 'location', 'link']

/** A write that carries a key: done once, however often it is sent. */
export class IdempotentAttempt {
  private keyHash: string
  private fingerprint: string
  private isAnswered = false

  static of(ctx: HttpContext) {
    const key = ctx.request.header('idempotency-key')
    return key === undefined || READS.includes(ctx.request.method()) ? null : new IdempotentAttempt(ctx, key)
  }

  private constructor(
    private ctx: HttpContext,
    key: string
  ) {
    if (!PRINTABLE.test(key)) throw new IdempotencyKeyError()
    const { request, user } = ctx
    this.keyHash = hashOf(key)
    this.fingerprint = hashOf(
      [user.id, request.method(), request.url(true), canonical(request.body())].join('\n')
    )
  }

  /** Does the work and keeps its answer in the same unit: neither is there without the other. */
  async once(work: () => Promise<void>) {
    await this.requireTurn()
    const known = await IdempotencyKey.query().where(this.own).first()
    if (known) return this.repeat(known)
    await work()
    if (!Current.isAbandoned) await this.keep()
  }

  /** Work that was refused has left nothing behind, so its answer is kept in a unit of its own. */
  async keepRefusal(work: () => Promise<unknown>) {
    if (!this.isAnswered && FINAL.includes(this.ctx.response.getStatus())) await work()
  }

  async keep() {
    const { response } = this.ctx
    const headers = Object.fromEntries(
      KEPT_HEADERS.map((name) => [name, response.getHeader(name)]).filter(([, value]) => value)
    )
    await IdempotencyKey.remember({
      ...this.own,
      fingerprint: this.fingerprint,
      status: response.getStatus(),
      headers,
      body: response.getBody() ?? null,
    })
    this.isAnswered = true
  }

  private get own() {
    return { userId: this.ctx.user.id, keyHash: this.keyHash }
  }

  private async requireTurn() {
    const { rows } = await db.rawQuery<{ rows: { is_mine: boolean }[] }>(
      'select pg_try_advisory_xact_lock(hashtextextended(?, 1)) as is_mine',
      [`${this.ctx.user.id}:${this.keyHash}`]
    )
    if (!rows[0].is_mine) throw new RequestInProgressError()
  }

  private repeat({ fingerprint, status, headers, answer }: IdempotencyKey) {
    this.isAnswered = true
    if (fingerprint !== this.fingerprint) throw new IdempotencyKeyReusedError()
    const { response } = this.ctx
    for (const [name, value] of Object.entries(headers)) response.header(name, value)
    response.status(status).header('Idempotency-Replayed', 'true').send(answer)
  }
}

/** The same values in whatever order they were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join()}}`
}
