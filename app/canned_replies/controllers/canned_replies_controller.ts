import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { holdUnchanged } from '#app/api/entity_tag'
import CannedReply, { PLACEHOLDERS } from '#app/canned_replies/canned_reply'
import CannedReplyPolicy from '#app/canned_replies/canned_reply_policy'
import CannedReplyTransformer from '#app/canned_replies/canned_reply_transformer'
import { cannedReplyValidator } from '#app/canned_replies/canned_reply_validator'

export default class CannedRepliesController {
  async index({ bouncer, inertia, serialize }: HttpContext) {
    await bouncer.with(CannedReplyPolicy).authorize('index')
    const cannedReplies = CannedReplyTransformer.transform(await CannedReply.listed())
    if (Current.actor.kind === 'api') return serialize(cannedReplies)
    return inertia.render('canned_replies/canned_replies/index', {
      cannedReplies,
      placeholders: Object.keys(PLACEHOLDERS),
      may: { update: await bouncer.with(CannedReplyPolicy).allows('update') },
    })
  }

  async show({ params, bouncer, serialize }: HttpContext) {
    await bouncer.with(CannedReplyPolicy).authorize('index')
    return serialize(CannedReplyTransformer.transform(await CannedReply.findOrFail(params.id)))
  }

  async store({ request, response, bouncer, session, serialize }: HttpContext) {
    await bouncer.with(CannedReplyPolicy).authorize('update')
    const reply = await CannedReply.add(await request.validateUsing(cannedReplyValidator))
    if (Current.actor.kind === 'api') {
      response.status(201).header('Location', `/api/canned_replies/${reply.id}`)
      return serialize(CannedReplyTransformer.transform(reply))
    } else {
      session.flash('notice', `Saved. Type /${reply.shortcut} where you write to a customer.`)
      return response.redirect().back()
    }
  }

  async update(ctx: HttpContext) {
    const { params, request, response, bouncer, session, serialize } = ctx
    await bouncer.with(CannedReplyPolicy).authorize('update')
    const reply = await CannedReply.findOrFail(params.id)
    const draft = await request.validateUsing(cannedReplyValidator)
    await holdUnchanged(ctx, reply, () => serialize(CannedReplyTransformer.transform(reply)))
    await reply.revise(draft)
    if (Current.actor.kind === 'api') {
      return serialize(CannedReplyTransformer.transform(reply))
    } else {
      session.flash('notice', `Saved “${reply.title}”`)
      return response.redirect().back()
    }
  }

  async destroy(ctx: HttpContext) {
    const { params, response, bouncer, serialize } = ctx
    await bouncer.with(CannedReplyPolicy).authorize('update')
    const reply = await CannedReply.findOrFail(params.id)
    await holdUnchanged(ctx, reply, () => serialize(CannedReplyTransformer.transform(reply)))
    await reply.remove()
    if (Current.actor.kind === 'api') return response.noContent()
    return response.redirect().back()
  }
}
