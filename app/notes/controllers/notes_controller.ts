import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import Lead from '#app/leads/lead'
import MessagePolicy from '#app/messages/message_policy'
import Note from '#app/notes/note'
import NoteTransformer from '#app/notes/note_transformer'
import { noteValidator } from '#app/notes/note_validator'

/** Whoever may read the messages of a lead reads its notes too, and whoever may write those writes these. */
export default class NotesController {
  async index({ params, bouncer, user, serialize }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
    await bouncer.with(MessagePolicy).authorize('index', lead)
    return serialize(NoteTransformer.transform(await Note.ofLead(lead)))
  }

  async store({ params, request, response, bouncer, user, serialize }: HttpContext) {
    const lead = await Lead.visibleTo(user).where('leads.id', params.lead_id).firstOrFail()
    await bouncer.with(MessagePolicy).authorize('store', lead)
    const { body, key } = await request.validateUsing(noteValidator)
    const note = await Note.write({ lead, author: user, body, key })
    if (Current.actor.kind === 'api') {
      response.status(201).header('Location', `/api/leads/${lead.id}/notes`)
      return serialize(NoteTransformer.transform(note))
    } else {
      return response.redirect().toRoute('leads.leads.show', { id: lead.id })
    }
  }
}
