import { test } from '@japa/runner'
import { verdictOn } from '#app/lead_flows/flow_verdict'

const tried = (people: number, requests: number) => ({ people, requests })

test.group('Verdict on two flows', () => {
  test('names the better one, by how many points and within what', ({ assert }) => {
    const verdict = verdictOn(tried(1000, 300), tried(1000, 200))
    assert.deepInclude(verdict, { kind: 'better', isFirst: true, points: 10 })
    if (verdict.kind !== 'better') return assert.fail()
    assert.closeTo(verdict.least, 6.2, 0.1)
    assert.closeTo(verdict.most, 13.8, 0.1)
    assert.deepInclude(verdictOn(tried(1000, 200), tried(1000, 300)), { kind: 'better', isFirst: false })
  })

  test('says that there is too little to tell, and about how many people are missing', ({ assert }) => {
    assert.deepEqual(verdictOn(tried(0, 0), tried(0, 0)), { kind: 'too_little', more: 7600 })
    const few = verdictOn(tried(100, 30), tried(100, 26))
    assert.equal(few.kind, 'too_little')
    if (few.kind === 'too_little') assert.isAtLeast(few.more, 900)
    assert.equal(verdictOn(tried(12, 12), tried(12, 0)).kind, 'too_little')
    assert.equal(verdictOn(tried(5000, 3), tried(5000, 0)).kind, 'too_little')
  })

  test('says that they are as good as each other once enough people came', ({ assert }) => {
    assert.deepEqual(verdictOn(tried(4000, 1000), tried(4000, 1010)), { kind: 'no_difference' })
  })

  test('calls equals different in about one comparison of twenty, and no more', ({ assert }) => {
    let seed = 7
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
    const draw = () => tried(400, Array.from({ length: 400 }, random).filter((one) => one < 0.3).length)
    const verdicts = Array.from({ length: 1000 }, () => verdictOn(draw(), draw()).kind)
    const wrong = verdicts.filter((kind) => kind === 'better').length
    assert.isAbove(wrong, 10)
    assert.isBelow(wrong, 75)
  })
})
