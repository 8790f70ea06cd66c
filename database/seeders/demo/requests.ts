import type { DateTime } from 'luxon'
import type { Dice } from './dice.js'
import type { SceneName } from './scenes/scenes.js'
import type { Theme } from './theme.js'

export type Trouble = { theme: Theme; text: string; scene: SceneName | null }

const COLD_MONTHS = [10, 11, 12, 1, 2, 3, 4]

/** What people write, each of it once, the season in mind. */
export class Troubles {
  #left: Trouble[]

  constructor(
    themes: Theme[],
    private dice: Dice
  ) {
    this.#left = dice.shuffle(themes.flatMap(troublesOf))
  }

  get hasMore() {
    return this.#left.length > 0
  }

  /** Seasons first: the other wishes are met while there is something left that meets them. */
  draw(at: DateTime, { isUrgent = false, isShown = false } = {}): Trouble {
    const isCold = COLD_MONTHS.includes(at.month)
    const inSeason = ({ theme }: Trouble) => isCold || !theme.isCold
    const suits = (one: Trouble) =>
      (!isUrgent || Boolean(one.theme.isUrgent)) && (!isShown || one.scene !== null)
    const best = this.#left.findIndex((one) => inSeason(one) && suits(one))
    const place = best === -1 ? Math.max(0, this.#left.findIndex(inSeason)) : best
    return this.#left.splice(place, 1)[0]
  }

  /** People write at night or on a Sunday about what cannot wait. */
  drawFor(at: DateTime, { isShown }: { isShown: boolean }) {
    const isOddHour = at.weekday > 5 || at.hour < 6 || at.hour > 21
    return this.draw(at, { isUrgent: isOddHour && this.dice.chance(0.7), isShown })
  }
}

function troublesOf(theme: Theme): Trouble[] {
  const shown = Object.entries(theme.shown ?? {}) as [SceneName, string[]][]
  return [
    ...theme.texts.map((text) => ({ theme, text, scene: null })),
    ...shown.flatMap(([scene, texts]) => texts.map((text) => ({ theme, text, scene }))),
  ]
}
