/**
 * Every suite of `npm test`. `budget` is in seconds: above it a suite is reported, above three times as much it is ended
 * and has failed. Suites of one lane run one after the other, lanes beside each other: both take about as long. The files
 * and time-outs of the Japa suites are in adonisrc.ts. The ones that are not `byDefault` run by name only.
 */
export const SUITES = [
  { name: 'drift', lane: 'checks', budget: 60, needs: ['database'] },
  { name: 'typecheck-server', lane: 'checks', budget: 60, command: ['tsc', '--noEmit'] },
  {
    name: 'typecheck-vue',
    lane: 'checks',
    budget: 90,
    command: ['vue-tsc', '--noEmit', '--project', 'resources/tsconfig.json'],
  },
  { name: 'lint', lane: 'checks', budget: 120, command: ['eslint', '--max-warnings=0', '.'] },
  { name: 'format', lane: 'checks', budget: 60, command: ['prettier', '--check', '.'] },
  { name: 'architecture', lane: 'checks', budget: 60, needs: ['database'] },
  { name: 'unit', lane: 'product', budget: 90, needs: ['database'] },
  {
    name: 'functional',
    lane: 'product',
    budget: 660,
    needs: ['database'],
    env: { SESSION_DRIVER: 'memory' },
  },
  {
    name: 'functional-long',
    lane: 'product',
    budget: 600,
    needs: ['database'],
    env: { SESSION_DRIVER: 'memory', SHUFFLED: 'all' },
    byDefault: false,
  },
  // Sessions of their own table, which can be ended from elsewhere.
  { name: 'sign-in', lane: 'checks', budget: 120, needs: ['database'], env: { SESSION_DRIVER: 'database' } },
  {
    name: 'security',
    lane: 'checks',
    budget: 450,
    needs: ['database'],
    env: { SESSION_DRIVER: 'memory' },
  },
  { name: 'broker', lane: 'product', budget: 150, needs: ['database', 'broker'] },
  {
    name: 'security-long',
    lane: 'product',
    budget: 900,
    needs: ['database'],
    env: { SESSION_DRIVER: 'memory', ATTACKS: 'all' },
    byDefault: false,
  },
  {
    name: 'security-browser',
    lane: 'checks',
    budget: 360,
    needs: ['database', 'browser', 'build'],
  },
  { name: 'browser', lane: 'checks', budget: 420, needs: ['database', 'broker', 'browser', 'build'] },
  { name: 'faults', lane: 'product', budget: 480, needs: ['database', 'broker', 'build'] },
  {
    name: 'faults-long',
    lane: 'product',
    budget: 1200,
    needs: ['database', 'broker', 'build'],
    env: { FAULTS: 'all' },
    byDefault: false,
  },
  {
    name: 'screens',
    lane: 'product',
    budget: 600,
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
