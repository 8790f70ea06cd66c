import type { HttpContext } from '@adonisjs/core/http'
import { newId } from '#app/platform/ids'
import { UploadedForm } from '#app/platform/http/uploaded_form'
import { freeSlugFor, isFree } from '#app/tenancy/slug'
import { areLinksRevealed } from '#app/identity/link_reveal'
import { companyChoices } from '#app/tenancy/company_choices'
import {
  companyDraftValidator,
  newCompanyValidator,
  operatedCompanyValidator,
} from '#app/tenancy/company_validator'
import { companyFiltersValidator } from '#app/console/console_validator'
import { companyOf, insideCompany, superUserOf } from '#app/console/super_user_unit'
import { AuditEntry } from '#app/audit/audit_entry'
import AuditEntryTransformer from '#app/audit/audit_entry_transformer'
import AuditSearch from '#app/audit/audit_search'
import CompanyList from '#app/console/company_list'
import CompanyOverview from '#app/console/company_overview'
import CompanyRowTransformer from '#app/console/company_row_transformer'
import CompanyTransformer from '#app/tenancy/company_transformer'
import InvitationMailTransformer from '#app/console/invitation_mail_transformer'
import UserTransformer from '#app/identity/user_transformer'
import Logo from '#app/tenancy/logo'
import Tenant from '#app/tenancy/tenant'
import type { Category } from '#app/audit/audit_catalogue'

const ADMINISTRATION: Category[] = ['people', 'permissions', 'settings', 'single_sign_on', 'impersonation']
const LATEST = 50

export default class CompaniesController {
  async index({ request, inertia }: HttpContext) {
    const filters = await request.validateUsing(companyFiltersValidator)
    const list = new CompanyList(filters)
    const { rows, nextCursor } = await list.page()
    return inertia.render('console/companies/index', {
      companies: CompanyRowTransformer.transform(rows),
      meta: { nextCursor, count: await list.count() },
      filters,
    })
  }

  async create({ request, inertia }: HttpContext) {
    const { name, slug } = await request.validateUsing(companyDraftValidator)
    return inertia.render('console/companies/create', {
      choices: companyChoices(),
      suggestion: name ? await freeSlugFor(name) : null,
      isSlugFree: slug ? await isFree(slug) : null,
    })
  }

  async store(ctx: HttpContext) {
    const tenant = await UploadedForm.receive(ctx.request, async (form) => {
      const company = await ctx.request.validateUsing(newCompanyValidator)
      const id = newId()
      const logo = form.file('logo')
      const logoKey = logo && (await Logo.store(id, logo))
      return Tenant.open({ ...company, id, logoKey }, superUserOf(ctx))
    })
    ctx.session.flash('notice', `${tenant.name} is open. Invite its administrator next.`)
    return ctx.response.redirect().toRoute('console.companies.show', { slug: tenant.slug })
  }

  async show(ctx: HttpContext) {
    return insideCompany(ctx, async (tenant) => {
      const overview = new CompanyOverview()
      const invitations = await overview.invitations()
      const search = new AuditSearch(tenant, { category: ADMINISTRATION })
      return ctx.inertia.render('console/companies/show', {
        detail: CompanyTransformer.transform(tenant),
        admins: UserTransformer.transform(await overview.admins(), tenant.country),
        invitations: InvitationMailTransformer.transform(invitations, await overview.mails(invitations)),
        reach: await overview.reach(),
        history: AuditEntryTransformer.transform(
          await AuditEntry.of(await search.before(undefined, LATEST), { reader: null })
        ),
        areLinksRevealed: areLinksRevealed(),
      })
    })
  }

  async edit(ctx: HttpContext) {
    const tenant = await companyOf(ctx)
    return ctx.inertia.render('console/companies/edit', {
      detail: CompanyTransformer.transform(tenant),
      turnWeight: tenant.turnWeight,
      choices: companyChoices(),
    })
  }

  async update(ctx: HttpContext) {
    const changes = await ctx.request.validateUsing(operatedCompanyValidator)
    const { name, slug } = await insideCompany(ctx, async (tenant) => {
      await tenant.change(changes)
      return tenant
    })
    ctx.session.flash('notice', `Saved ${name}`)
    return ctx.response.redirect().toRoute('console.companies.show', { slug })
  }
}
