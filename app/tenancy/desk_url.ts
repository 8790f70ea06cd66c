import { appUrl } from '#config/app'
import { mountFor } from '#app/platform/http/mount'

type Company = { slug: string }

export const deskUrl = ({ slug }: Company, path: string) => `${appUrl}${mountFor(slug)}${path}`
export const inboxUrl = (company: Company) => deskUrl(company, '/notifications')
