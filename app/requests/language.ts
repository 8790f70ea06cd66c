import type { HttpRequest } from '@adonisjs/core/http'
import { LANGUAGES, type Language } from '#app/platform/say'

/** What a visitor reads: the language that they chose, else those of their browser in its order. */
export type Reader = { chosen: unknown; browser: string[] }

export const readerOf = (request: HttpRequest): Reader => ({
  chosen: request.input('language'),
  browser: request.languages(),
})

/** The language of those on offer that suits best; the first of them when none does. */
export function languageFor({ chosen, browser }: Reader, offered: readonly Language[] = LANGUAGES): Language {
  const wanted = [chosen, ...browser.map((locale) => locale.slice(0, 2).toLowerCase())]
  return wanted.map((one) => offered.find((language) => language === one)).find(Boolean) ?? offered[0]
}
