import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Provider } from '#app/platform/sending/provider'
import type { Turn } from '#app/platform/sending/turns'

/** Sends what waited for its turn: first claims it, then hands it over outside any unit of work. */
export abstract class Sender {
  static sender: string

  /** Marks them as under way in the transaction that ends their turns; resolves to those that were still owed. */
  abstract claim(trx: TransactionClientContract, turns: Turn[]): Promise<Turn[]>

  /** Sends one that was claimed, tells the provider how it went, and records what became of it. */
  abstract send(turn: Turn, provider: Provider): Promise<void>
}

export type SenderClass = { new (): Sender; sender: string }
export type SenderList = Record<string, () => Promise<{ default: SenderClass }>>
