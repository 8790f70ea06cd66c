/**
 * Every suite of `npm test`. `budget` is in seconds: above it a suite is reported, above three times as much it is ended
 * and has failed. Those that run by default need no more than twice 19 minutes together, since two run beside each other.
 * The files and time-outs of the Japa suites are in adonisrc.ts. The ones that are not `byDefault` run by name only.
 */
export const SUITES = [
  { name: 'drift', budget: 50, needs: ['database', 'build'] },
  { name: 'typecheck-server', budget: 20, command: ['tsgo', '--noEmit', '--checkers', '2'] },
  {
    name: 'typecheck-vue',
    budget: 80,
    command: ['vue-tsc', '--noEmit', '--project', 'resources/tsconfig.json'],
  },
  { name: 'lint', budget: 70, command: ['eslint', '--max-warnings=0', '.'] },
  // The rules that need types, for which ESLint would check all of them by itself.
  { name: 'lint-promises', budget: 20, command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', budget: 55, command: ['prettier', '--check', '.'] },
  { name: 'architecture', budget: 20, needs: ['database'] },
  { name: 'unit', budget: 120, needs: ['database'] },
  {
    name: 'functional',
    budget: 450,
    needs: ['database'],
    env: { SESSION_DRIVER: 'memory' },
  },
  {
    name: 'functional-long',
    budget: 600,
    needs: ['database'],
    env: { SESSION_DRIVER: 'memory', SHUFFLED: 'all', SUBJECTS: 'all' },
    byDefault: false,
  },
  // Sessions of their own table, which can be ended from elsewhere.
  { name: 'sign-in', budget: 55, needs: ['database'], env: { SESSION_DRIVER: 'database' } },
  {
    name: 'security',
    budget: 340,
    needs: ['database'],
    env: { SESSION_DRIVER: 'memory' },
  },
  { name: 'broker', budget: 60, needs: ['database', 'broker'] },
  {
    name: 'security-long',
    budget: 900,
    needs: ['database'],
    env: { SESSION_DRIVER: 'memory', ATTACKS: 'all' },
    byDefault: false,
  },
  {
    name: 'security-browser',
    budget: 160,
    needs: ['database', 'browser', 'build'],
  },
  {
    name: 'security-browser-long',
    budget: 600,
    needs: ['database', 'browser', 'build'],
    env: { ATTACKS: 'all' },
    byDefault: false,
  },
  { name: 'browser', budget: 300, needs: ['database', 'broker', 'browser', 'build'] },
  {
    name: 'browser-long',
    budget: 900,
    needs: ['database', 'broker', 'browser', 'build'],
    env: { SCREENS: '.cache/screens' },
    byDefault: false,
  },
  { name: 'faults', budget: 400, needs: ['database', 'broker', 'build'] },
  {
    name: 'faults-long',
    budget: 1200,
    needs: ['database', 'broker', 'build'],
    env: { FAULTS: 'all' },
    byDefault: false,
  },
  {
    name: 'screens',
    budget: 900,
    needs: ['database', 'browser', 'build'],
    byDefault: false,
  },
].map((suite) => ({ byDefault: true, needs: [], ...suite }))

export function findSuites(names) {
  return names.length === 0 ? SUITES.filter((suite) => suite.byDefault) : names.map(suiteNamed)
}

function suiteNamed(name) {
  return SUITES.find((suite) => suite.name === name) ?? { unknown: name }
}
