import { Disk } from '@adonisjs/drive'
import { Secret } from '@adonisjs/core/helpers'
import app from '@adonisjs/core/services/app'
import env from '#start/env'
import { s3 } from '#config/drive'

/** The disk of the product, as its configuration makes it for this environment. */
export async function diskOn(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings))
    env.set(name as never, (name === 'S3_SECRET' ? new Secret(value) : value) as never)
  const make = await s3().resolver('disk', app, [])
  return new Disk(make())
}
