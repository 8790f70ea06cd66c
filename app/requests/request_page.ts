import type Tenant from '#app/tenancy/tenant'
import { publicBrand } from '#app/tenancy/public_brand'
import { MAX_PHOTOS } from '#app/attachments/attachment'
import { cleaned } from '#app/lead_flows/answer_sheet'
import type { Question } from '#app/lead_flows/question'
import { maskName, maskStreet } from '#app/requests/masking'
import type { PostedRequest } from '#app/requests/posted_request'
import type { RequestForm } from '#app/requests/request_form'

/** Everything that the form's page shows: fresh from the sticker, or given back with all that was typed. */
export async function requestPage(tenant: Tenant, form: RequestForm, path: string, posted?: PostedRequest) {
  const { code, version } = form
  const { customer } = code
  return {
    brand: publicBrand(tenant),
    path,
    stamp: form.stamp.sealed,
    draftKey: code.id,
    sticker: { shortCode: code.displayCode, phrase: code.phrase },
    greeting: { name: maskName(customer.name), street: maskStreet(customer.street) },
    intro: version.intro,
    questions: await Promise.all(version.questions.map((question) => fieldOf(question, posted))),
    contact: {
      asksEmail: !customer.email,
      knowsPhone: Boolean(customer.phone),
      isNeeded: !customer.phone && !customer.email,
      phone: cleaned(posted?.contact.phone)[0] ?? '',
      email: cleaned(posted?.contact.email)[0] ?? '',
      problems: posted?.contactRead.problems ?? {},
    },
    maxPhotos: MAX_PHOTOS,
    notice: posted?.notice ?? null,
    hasProblems: posted?.hasProblems ?? false,
  }
}

async function fieldOf(question: Question, posted?: PostedRequest) {
  return {
    ...question,
    given: cleaned(posted?.answers[question.id]),
    problem: posted?.sheet.problems[question.id] ?? null,
    refusals: posted?.photos.refusals[question.id] ?? [],
    held: posted ? await posted.photos.pictures(question.id) : [],
  }
}
