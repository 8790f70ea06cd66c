import { writeFileSync } from 'node:fs'
import type { PluginFn } from '@japa/runner/types'

/** Tells `npm test` how many tests passed, failed and were skipped, and which were skipped. */
export function resultFile(path: string | undefined): PluginFn {
  return ({ emitter, runner }) => {
    const skipped: { title: string; reason: string }[] = []

    emitter.on('test:end', (test) => {
      if (test.isSkipped || test.isTodo) {
        skipped.push({ title: test.title.expanded, reason: test.skipReason ?? 'no reason given' })
      }
    })
    emitter.on('runner:end', () => {
      if (!path) return
      const { aggregates, hasError, failedTestsTitles } = runner.getSummary()
      const failed = Math.max(aggregates.failed, hasError ? 1 : 0)
      const passed = aggregates.passed + aggregates.regression
      writeFileSync(path, JSON.stringify({ passed, failed, skipped, failures: failedTestsTitles }))
    })
  }
}
