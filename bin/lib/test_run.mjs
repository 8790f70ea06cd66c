import { Problem, report } from './problem.mjs'
import { say } from './narrate.mjs'
import { runSuite } from './suite_run.mjs'
import { findSuites, SUITES } from './suites.mjs'
import { TestServices } from './test_services.mjs'

const LIMIT_MINUTES = 20
/** How many suites run beside each other. */
const LANES = 2

/** One run of `npm test`: the suites of its words, and the line with the counts at its end. */
export class TestRun {
  #stopping = new AbortController()
  #results = []

  constructor({ root, words }) {
    const first = words.findIndex((word) => word.startsWith('-'))
    const names = first === -1 ? words : words.slice(0, first)
    this.root = root
    this.suites = findSuites(names)
    this.words = first === -1 ? [] : words.slice(first)
    this.services = new TestServices({ root })
    this.isLive = this.suites.length === 1
    requireKnown(this.suites)
  }

  /** Resolves to the exit code. */
  async run() {
    const start = Date.now()
    // The longest come first, so that no lane is left with one at the end.
    const waiting = this.suites.toSorted((one, other) => other.budget - one.budget)
    try {
      await Promise.all(Array.from({ length: LANES }, () => this.#runLane(waiting)))
    } finally {
      await this.services.stop()
    }
    return this.#conclude((Date.now() - start) / 1000)
  }

  interrupt() {
    this.#stopping.abort()
  }

  async #runLane(waiting) {
    while (waiting.length > 0 && !this.#stopping.signal.aborted) {
      const suite = waiting.shift()
      this.#results.push({ suite, ...(await this.#runSuite(suite)) })
    }
  }

  async #runSuite(suite) {
    const { root, words, isLive } = this
    try {
      const env = await this.services.environment(suite)
      say(`▶ ${suite.name}`)
      const result = await runSuite(suite, { root, env, words, isLive, signal: this.#stopping.signal })
      showSuite(suite, result)
      return result
    } catch (error) {
      if (!this.#stopping.signal.aborted) report(error)
      if (!(error instanceof Problem)) say(error.stack)
      return {
        passed: 0,
        failed: 1,
        skipped: [],
        failures: [`could not start: ${error.message}`],
        seconds: 0,
      }
    }
  }

  #conclude(seconds) {
    const sum = (count) => this.#results.reduce((total, result) => total + count(result), 0)
    const passed = sum((result) => result.passed)
    const failed = sum((result) => result.failed)
    const skipped = sum((result) => result.skipped.length)
    showTable(this.#results)
    showList('SKIPPED', this.#results, ({ skipped: tests }) =>
      tests.map(({ title, reason }) => `${title} (${reason})`)
    )
    showList('FAILED', this.#results, ({ failures }) => failures)
    showList('OVER BUDGET', this.#results, ({ suite, seconds: taken }) =>
      taken > suite.budget ? [`took ${taken.toFixed(0)} s of ${suite.budget} s`] : []
    )
    say(
      `\n${minutes(seconds)}${seconds > LIMIT_MINUTES * 60 ? `: MORE THAN THE ${LIMIT_MINUTES} MINUTES ALLOWED` : ''}`
    )
    say(`${passed} passed, ${failed} failed, ${skipped} skipped`)
    return failed > 0 || passed === 0 ? 1 : 0
  }
}

function requireKnown(suites) {
  const unknown = suites.find((suite) => suite.unknown)
  if (unknown) {
    throw new Problem(
      'E_SUITE',
      `There is no suite "${unknown.unknown}": ${SUITES.map(({ name }) => name).join(', ')}`
    )
  }
}

function showSuite(suite, { passed, failed, skipped, output, seconds }) {
  if (output.trim() && (failed > 0 || skipped.length > 0 || process.stdout.isTTY))
    say(`\n${output.trimEnd()}\n`)
  const mark = failed > 0 ? '✖' : '✔'
  say(
    `${mark} ${suite.name}: ${passed} passed, ${failed} failed, ${skipped.length} skipped in ${seconds.toFixed(1)} s`
  )
}

function showTable(results) {
  say('\nsuite              passed  failed  skipped  seconds  budget')
  for (const { suite, passed, failed, skipped, seconds } of results) {
    const cells = [passed, failed, skipped.length, seconds.toFixed(1), suite.budget]
    const widths = [8, 8, 9, 9, 8]
    say(suite.name.padEnd(17) + cells.map((cell, index) => String(cell).padStart(widths[index])).join(''))
  }
}

function showList(title, results, linesOf) {
  const lines = results.flatMap((result) => linesOf(result).map((line) => `  ${result.suite.name}: ${line}`))
  if (lines.length > 0) say(`\n${title}\n${lines.join('\n')}`)
}

function minutes(seconds) {
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
