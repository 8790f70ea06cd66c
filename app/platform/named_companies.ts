import db from '@adonisjs/lucid/services/db'

/** The company with this address, or all of them, for commands. */
export async function companiesNamed(slug?: string): Promise<{ id: string; slug: string }[]> {
  return db
    .connection('system')
    .from('tenants')
    .if(slug, (tenants) => tenants.where('slug', slug!))
    .orderBy('slug')
    .select('id', 'slug')
}
