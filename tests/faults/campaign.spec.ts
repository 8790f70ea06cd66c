import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from '@japa/runner'
import type { Result } from '#tests/faults/campaign/campaign'
import { CAMPAIGN } from '../../bin/lib/campaign.mjs'
import { unique } from '#tests/factories'

const isLong = process.env.FAULTS === 'all'
const SIZE = isLong
  ? ['--kills=60', '--events=10000', '--outage=60', '--bulk=20000', '--duration=420']
  : ['--kills=9', '--events=300', '--outage=5', '--bulk=2000', '--duration=40', '--rest=600']

/** The whole product under load, killed and disturbed: `npm run faults` does it for as long as you like. */
async function campaign(seed: number) {
  const folder = join(process.env.DATA_DIR!, unique('campaign'))
  const child = spawn(process.execPath, [...CAMPAIGN, `--seed=${seed}`, `--folder=${folder}`, ...SIZE], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  await once(child, 'close')
  const result = await readFile(join(folder, 'result.json'), 'utf8').catch(() => {
    throw new Error(`The campaign with the seed ${seed} came to no verdict:\n${said.slice(-3000)}`)
  })
  return { said, result: JSON.parse(result) as Result }
}

test.group('The product among faults', () => {
  /** The short form is the same each time; the long one is another each time. */
  const seed = isLong ? Math.floor(Math.random() * 1_000_000) : 12

  test('loses nothing, does nothing twice, and says what it cannot know', async ({ assert }) => {
    const { result, said } = await campaign(seed)
    const { faults, wishes, outage } = result
    const found = Object.entries(faults).filter(([, count]) => count !== 0)
    assert.deepEqual(found, [], said.slice(-4000))
    assert.equal(outage!.failedWrites, 0, 'nobody notices that the broker is away')
    assert.isAbove(wishes.answered, 50)
    assert.equal(wishes.answered + wishes.givenUp, wishes.asked)
    assert.isAbove(
      Object.values(result.kills).reduce((sum, count) => sum + count, 0),
      3
    )
  }).timeout(isLong ? 900_000 : 600_000)
})
