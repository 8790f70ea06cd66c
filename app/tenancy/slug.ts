import string from '@adonisjs/core/helpers/string'
import Tenant from '#app/tenancy/tenant'

const LONGEST = 40
const SHORTEST = 3

/** What stands where a company's address does: in the console, and where single sign-on begins. */
export const RESERVED_SLUGS = ['new', 'callback']

/** The address of a company, made from its name: `Alba Elektro` becomes `alba-elektro`. */
export function slugFrom(name: string) {
  const plain = string
    .slug(name, { lower: true, strict: true })
    .slice(0, LONGEST - 4)
    .replace(/^-|-$/g, '')
  return plain.length < SHORTEST ? `${plain}-company`.replace(/^-/, '') : plain
}

/** The first free address like this one. */
export async function freeSlugFor(name: string) {
  const slug = slugFrom(name)
  const taken = await Tenant.query({ connection: 'system' })
    .where((either) => either.where('slug', slug).orWhereLike('slug', `${slug}-%`))
    .select('slug')
  const slugs = new Set([...RESERVED_SLUGS, ...taken.map((tenant) => tenant.slug)])
  const numbered = Array.from({ length: slugs.size }, (_, index) => `${slug}-${index + 2}`)
  return [slug, ...numbered].find((candidate) => !slugs.has(candidate))!
}

export async function isFree(slug: string) {
  return !RESERVED_SLUGS.includes(slug) && (await Tenant.bySlug(slug)) === null
}
