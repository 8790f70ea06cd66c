import i18n from '@adonisjs/i18n/services/main'

/** The languages that customers are spoken to in. */
export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

export type Say = (key: string, data?: Record<string, string | number>) => string

/** Words of `resources/lang` in the language of a locale such as `es-US`. */
export const sayIn = (locale: string): Say => {
  const words = i18n.locale(locale.slice(0, 2))
  return (key, data) => words.t(key, data)
}
