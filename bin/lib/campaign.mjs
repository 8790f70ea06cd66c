/** The words for Node that start a campaign of faults on the build. */
export const CAMPAIGN = [
  '--experimental-transform-types',
  '--disable-warning=ExperimentalWarning',
  '--import=./tests/from_build.mjs',
  'tests/faults/campaign/run.ts',
]
