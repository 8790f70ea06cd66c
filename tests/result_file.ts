import { writeFileSync } from 'node:fs'
import type { PluginFn, RunnerSummary } from '@japa/runner/types'

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
      const { aggregates, failureTree, failedTestsTitles } = runner.getSummary()
      const failures = [...failedTestsTitles, ...failureTree.flatMap(failedHooks)]
      const passed = aggregates.passed + aggregates.regression
      writeFileSync(path, JSON.stringify({ passed, failed: failures.length, skipped, failures }))
    })
  }
}

/** A hook that failed keeps tests from running, which then nobody counts. */
function failedHooks(suite: RunnerSummary['failureTree'][number]) {
  const groups = suite.children.filter((child) => child.type === 'group')
  const nodes = [suite, ...groups]
  return nodes.flatMap(({ name, errors }) => errors.map(({ phase }) => `${name}: ${phase} hook`))
}
