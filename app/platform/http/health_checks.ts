import { statfs } from 'node:fs/promises'
import { BaseCheck, HealthChecks, Result } from '@adonisjs/core/health'
import type { HealthCheckResult } from '@adonisjs/core/types/health'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import env from '#start/env'
import { Current, SYSTEM } from '#app/platform/database/current'
import { sharedBus } from '#app/platform/bus/open_bus'
import { relayLag } from '#app/platform/events/relay_lag'

const TIME_LIMIT = 5000
const NOBODY = '00000000-0000-0000-0000-000000000000'
const LAG = { warning: 60, error: 600 }
const MEGABYTE = 1024 * 1024
const FREE = { warning: 1024, error: 200 }

/** Says how long it took, and never hangs. The reason of a failure is for the log: the answer is public. */
abstract class TimedCheck extends BaseCheck {
  abstract check(): Promise<Result>

  async run(): Promise<HealthCheckResult> {
    const startedAt = performance.now()
    const result = await Promise.race([this.check(), this.#tooLate()]).catch((error) => {
      logger.warn({ err: error, check: this.name }, 'A health check failed')
      return Result.failed(`${this.name} is not available`)
    })
    return result.mergeMetaData({ milliseconds: Math.round(performance.now() - startedAt) })
  }

  #tooLate() {
    return new Promise<Result>((resolve) => {
      setTimeout(
        () => resolve(Result.failed(`${this.name} does not answer within ${TIME_LIMIT / 1000} s`)),
        TIME_LIMIT
      ).unref()
    })
  }
}

class DatabaseCheck extends TimedCheck {
  name = 'Database'

  async check() {
    await Current.run({ tenantId: NOBODY, actor: SYSTEM }, () => db.rawQuery('select 1'))
    return Result.ok('The database answers')
  }
}

class BusCheck extends TimedCheck {
  name = 'Message bus'

  async check() {
    const bus = await sharedBus()
    await bus.ready()
    return Result.ok(`The ${bus.driver} bus answers`).setMetaData({ driver: bus.driver })
  }
}

class RelayLagCheck extends TimedCheck {
  name = 'Relay'

  async check() {
    const lag = await relayLag()
    const words = `The oldest event waits for ${lag} s`
    return graded(words, { isBad: lag > LAG.error, isPoor: lag > LAG.warning }).setMetaData({
      lagInSeconds: lag,
    })
  }
}

class DiskCheck extends TimedCheck {
  name = 'Disk'

  async check() {
    const { bavail, bsize } = await statfs(env.get('DATA_DIR'))
    const free = Math.round((bavail * bsize) / MEGABYTE)
    const words = `${free} MB are free in the data folder`
    return graded(words, { isBad: free < FREE.error, isPoor: free < FREE.warning }).setMetaData({
      freeInMegabytes: free,
    })
  }
}

function graded(words: string, { isBad, isPoor }: { isBad: boolean; isPoor: boolean }) {
  if (isBad) {
    return Result.failed(words)
  } else {
    return isPoor ? Result.warning(words) : Result.ok(words)
  }
}

/** What a web process needs to do its work. */
export const readiness = new HealthChecks().register([
  new DatabaseCheck(),
  new BusCheck(),
  new RelayLagCheck(),
  new DiskCheck(),
])
