import edge from 'edge.js'
import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { isForPrograms } from '#app/platform/http/for_browsers'
import { onlyReadsSession } from '#app/platform/http/read_sessions'
import { Problem } from '#app/platform/http/problem'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** Set where a protocol has words of its own for what goes wrong. */
    sendProblem?: (problem: Problem, thrown: unknown) => void
  }
}

/** Errors that answer by themselves: they lead to a door. */
const DOORS = [
  'E_UNAUTHORIZED_ACCESS',
  'E_INVALID_CREDENTIALS',
  'E_CONFIRMATION_REQUIRED',
  'E_SSO_REQUIRED',
  'E_SOCIAL_LOGIN_REFUSED',
  'E_IMPERSONATION_OVER',
  'E_PENDING_SIGN_IN_OVER',
  'E_TWO_FACTOR_REQUIRED',
]

/** The one place that turns an error into an answer: a page, a screen of the app, or a problem document. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = app.inDev
  protected ignoreStatuses = [400, 401, 403, 404, 405, 409, 410, 413, 419, 422, 429]

  async handle(thrown: unknown, ctx: HttpContext) {
    await Current.abandon()
    const error = this.toHttpError(thrown)
    const problem = new Problem(thrown)
    if (problem.retryAfter) ctx.response.header('Retry-After', problem.retryAfter)
    if (ctx.sendProblem) return ctx.sendProblem(problem, thrown)
    if (wantsProblemDocument(ctx)) return this.sendDocument(problem, ctx)
    if (DOORS.includes(problem.code)) return super.handle(error, ctx)
    if (isForm(ctx) && problem.errors.length) return this.renderValidationErrorAsHTML(error as never, ctx)
    if (app.inDev && !problem.isExpected) return super.handle(error, ctx)
    if (!isInertia(ctx)) return this.sendPage(problem, ctx)
    return isForm(ctx) && CAN_BE_MENDED.includes(problem.status)
      ? this.returnToForm(problem, ctx)
      : this.sendScreen(problem, ctx)
  }

  async report(thrown: unknown, ctx: HttpContext) {
    const error = this.toHttpError(thrown)
    error.status = new Problem(thrown).status
    return super.report(error, ctx)
  }

  private sendDocument(problem: Problem, { request, response }: HttpContext) {
    for (const [name, value] of Object.entries(problem.headers)) response.header(name, value)
    response
      .status(problem.status)
      .header('Content-Type', 'application/problem+json')
      .header('Cache-Control', 'no-store')
      .send(JSON.stringify({ ...problem.toJSON(), instance: request.url(), requestId: request.id() }))
  }

  private async sendPage(problem: Problem, { request, response }: HttpContext) {
    const page = await edge.render('errors/page', {
      problem,
      requestId: request.id(),
      ways: waysOn(problem, request),
    })
    response.status(problem.status).header('Cache-Control', 'no-store').type('html').send(page)
  }

  // Written without ctx.inertia: shared props may need the very database whose failure is being shown.
  private sendScreen(problem: Problem, { request, response, inertia }: HttpContext) {
    const props = { errors: {}, problem: problem.toJSON(), requestId: request.id() }
    response.status(problem.status).header('X-Inertia', 'true').header('Cache-Control', 'no-store')
    response.send({ component: 'errors/show', props, url: request.url(true), version: inertia.getVersion() })
  }

  // The form stays as it was filled in; what went wrong appears above it.
  private returnToForm(problem: Problem, { response, session }: HttpContext) {
    session.flash('error', problem.detail)
    session.flash('inputErrorsBag', { [problem.code]: [problem.detail] })
    response.redirect().back()
  }
}

/** What somebody can put right on the form they came from, or by sending it again. */
const CAN_BE_MENDED = [409, 413, 419, 422, 429]
const TEMPORARY = [409, 419, 429, 500, 503]

function waysOn(problem: Problem, request: HttpContext['request']) {
  const again = request.method() === 'GET' && TEMPORARY.includes(problem.status)
  const start = { label: 'Start page', href: '/', isMain: !again }
  return again ? [{ label: 'Try again', href: request.url(true), isMain: true }, start] : [start]
}

const isInertia = ({ request }: HttpContext) => request.header('X-Inertia') === 'true'

const isForm = ({ request, session }: HttpContext) =>
  session !== undefined && !onlyReadsSession(request.url()) && !['GET', 'HEAD'].includes(request.method())

function wantsProblemDocument({ request }: HttpContext) {
  if (isForPrograms(request.url())) return true
  return request.header('X-Inertia') !== 'true' && request.accepts(['html', 'json']) === 'json'
}
