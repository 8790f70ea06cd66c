import i18n from '@adonisjs/i18n/services/main'

/** The languages that customers are spoken to in. */
export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

export type Say = (key: string, data?: Record<string, string | number>) => string

const sayers = new Map<string, Say>()

/** Words of `resources/lang` in the language of a locale such as `es-US`. */
export const sayIn = (locale: string): Say => {
  const language = locale.slice(0, 2)
  return sayers.get(language) ?? remember(language)
}

// The formatter reads a message anew each time; what has no gaps is the same for everybody.
function remember(language: string): Say {
  const words = i18n.locale(language)
  const said = new Map<string, string>()
  const say: Say = (key, data) => {
    if (data) return words.t(key, data)
    if (!said.has(key)) said.set(key, words.t(key))
    return said.get(key)!
  }
  sayers.set(language, say)
  return say
}
