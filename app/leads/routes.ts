import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { FileGoneError, REFUSED_FILES } from '#app/attachments/errors'
import { LeadAlreadyConvertedError, LeadClosedError } from '#app/leads/errors'

export function leadRoutes() {
  const { api } = middleware
  router
    .group(() => {
      router.get('leads', [controllers.leads.Leads, 'index'])
      router.post('leads', [controllers.leads.Leads, 'store'])
      router.get('leads/:id', [controllers.leads.Leads, 'show'])
      router.post('leads/exports', [controllers.leads.Exports, 'store']).use(middleware.confirmed())
      router.post('leads/:id/assignment', [controllers.leads.Assignments, 'store'])
      router.put('leads/:id/party', [controllers.leads.Parties, 'update'])
      router.post('leads/:id/start', [controllers.leads.Starts, 'store'])
      router.post('leads/:id/loss', [controllers.leads.Losses, 'store'])
      router.post('leads/:lead_id/attachments/:id/preparation', [controllers.leads.Preparations, 'store'])
    })
    .where('id', router.matchers.uuid())
    .where('lead_id', router.matchers.uuid())
    .as('leads')
    .use(middleware.tenant())

  router
    .get('leads/exports/:id', [controllers.leads.Exports, 'show'])
    .where('id', router.matchers.uuid())
    .as('leads.exports.show')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])

  router
    .group(() => {
      router.get('leads/:lead_id/attachments/:id', [controllers.leads.Attachments, 'show'])
      router.post('leads/:lead_id/attachments', [controllers.leads.Attachments, 'store'])
    })
    .where('lead_id', router.matchers.uuid())
    .where('id', router.matchers.uuid())
    .as('leads')
    .use(middleware.tenant({ unit: 'manual' }))

  router
    .group(() => {
      const { leads } = controllers
      const closed = [LeadClosedError, LeadAlreadyConvertedError]
      router
        .get('leads', [leads.Leads, 'index'])
        .use(api({ id: 'listLeads', does: 'List the leads you may see', scope: 'leads:read' }))
      router.post('leads', [leads.Leads, 'store']).use(
        api({
          id: 'createLead',
          does: 'Take a lead in by hand',
          about: 'What is left out of a known customer is taken from their record.',
          scope: 'leads:write',
          status: 201,
        })
      )
      router.get('leads/search', [leads.Searches, 'index']).use(
        api({
          id: 'searchLeads',
          does: 'Find leads by name, number, phone or words of the customer',
          scope: 'leads:read',
        })
      )
      router
        .get('leads/:id', [leads.Leads, 'show'])
        .use(api({ id: 'getLead', does: 'Read a lead', scope: 'leads:read' }))
      router.route('leads/:id', ['PUT', 'PATCH'], [leads.Leads, 'update']).use(
        api({
          id: 'updateLead',
          does: 'Put right what a lead says',
          about: 'Fields that are not sent stay as they are.',
          scope: 'leads:write',
          refuses: closed,
          tagged: true,
        })
      )
      router.delete('leads/:id', [leads.Losses, 'destroy']).use(
        api({
          id: 'deleteLead',
          does: 'Delete a lead',
          about:
            'Nothing is lost: the lead gets the status “lost”, stays in the history, and starting it brings it back.',
          scope: 'leads:write',
          status: 204,
          refuses: closed,
          tagged: true,
        })
      )
      const change = { scope: 'leads:write', refuses: closed, tagged: true } as const
      router
        .post('leads/:id/assign', [leads.Assignments, 'store'])
        .use(api({ id: 'assignLead', does: 'Assign a lead to a member, or to nobody', ...change }))
      router
        .post('leads/:id/reassign', [leads.Assignments, 'store'])
        .as('reassignments.store')
        .use(
          api({
            id: 'reassignLead',
            does: 'Hand a lead on to another member',
            about: 'The same as to assign it.',
            ...change,
          })
        )
      router
        .post('leads/:id/start', [leads.Starts, 'store'])
        .use(api({ id: 'startLead', does: 'Start work on a lead, or take it up again', ...change }))
      router
        .post('leads/:id/lose', [leads.Losses, 'store'])
        .use(api({ id: 'loseLead', does: 'Give a lead up, with the reason', ...change }))
      router.get('leads/:lead_id/files', [leads.Files, 'index']).use(
        api({
          id: 'listLeadFiles',
          does: 'List the files of a lead and of its messages',
          about: 'Each with an address that gives the file to whoever has it, for ten minutes.',
          scope: ['leads:read', 'messages:read'],
        })
      )
      router.post('leads/:lead_id/uploads', [leads.Attachments, 'store']).use(
        api({
          id: 'uploadFile',
          does: 'Send a file up, for a lead or a message',
          about:
            'Photos (JPEG, PNG, WebP), PDF and office files of 10 MB at most, known by what is in them. The reference is yours alone, for this lead and for a day. A file that is sent up twice and not used is forgotten, so that no `Idempotency-Key` is needed.',
          scope: ['leads:read', 'messages:write'],
          status: 201,
          takes: 'file',
          refuses: REFUSED_FILES,
        })
      )
      router.post('leads/:lead_id/files', [leads.Files, 'store']).use(
        api({
          id: 'addLeadFiles',
          does: 'Add files to a lead',
          about:
            'References from `uploadFile`. They stand with the request as if they had come with it, also on the page of the customer.',
          scope: ['leads:write', 'messages:write'],
          status: 201,
          refuses: [FileGoneError],
        })
      )
      router.get('leads/:id/history', [leads.Histories, 'index']).use(
        api({
          id: 'listLeadHistory',
          does: 'Read what happened to a lead',
          about: 'The latest 200 entries, newest first.',
          scope: 'leads:read',
        })
      )
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .where('lead_id', router.matchers.uuid())
    .as('api.leads')
}
