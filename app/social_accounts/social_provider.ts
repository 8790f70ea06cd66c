import { errors } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { socialProviders } from '#config/ally'

export type ProviderName = (typeof socialProviders)[number]['name']

/** What the sign-in and account pages offer: only providers for which this installation has a client. */
export const offeredProviders = () =>
  socialProviders
    .filter(({ settings }) => settings.clientId !== '')
    .map(({ name, label }) => ({ name, label }))

export const labelOf = (provider: string) =>
  socialProviders.find(({ name }) => name === provider)?.label ?? provider

export function findProvider(name: unknown, { request }: HttpContext) {
  const provider = offeredProviders().find((one) => one.name === name)
  if (!provider) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
  return provider
}
