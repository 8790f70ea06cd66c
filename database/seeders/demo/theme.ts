import type { SceneName } from './scenes/scenes.js'

export type Line = readonly [from: 'us' | 'them', text: string]

/** A kind of trouble: what people write about it, how the talk goes on, what the visit is told. */
export type Theme = {
  /** The answer to the question what it is about. */
  about: string
  isUrgent?: boolean
  /** Nobody writes this in summer. */
  isCold?: boolean
  /** Work that is planned, rather than something broken. */
  isProject?: boolean
  texts: string[]
  /** Texts that come with a photo, now and then. */
  shown?: Partial<Record<SceneName, string[]>>
  talks: Line[][]
  visitNotes: (string | null)[]
  thanks: string[]
}
