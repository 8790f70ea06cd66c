import { createHash } from 'node:crypto'

const FIRST =
  `amber azure bold brave bright brisk calm clear clever cosy crisp eager early fair fast fine fresh gentle
  giant glad golden grand green happy honest humble ivory jolly keen kind lively loyal lucky mellow merry mighty misty
  modest neat noble olive patient polite proud quick quiet rapid ready royal ruby rustic silver simple smart snowy
  solid spring steady sunny swift tidy warm wise young`.split(/\s+/)

const SECOND =
  `acorn anchor apple badger barn basket beacon bell birch bridge brook cabin candle canyon castle cedar
  clover compass copper cotton crane daisy dolphin falcon feather fern forest fox garden ginger harbor heron island
  kettle ladder lantern lemon lily maple marble meadow mitten otter owl pebble pepper pine planet pony rabbit raven
  river robin rocket saddle salmon sparrow sunrise teapot thistle tiger tulip violet walnut`.split(/\s+/)

/**
 * Two words that the label and the page of a code share. Who sticks another code over it shows another phrase, and a
 * visitor can tell.
 */
export function phraseOf(token: string): string {
  const [first, second] = createHash('sha256').update(token).digest()
  return `${FIRST[first % FIRST.length]} ${SECOND[second % SECOND.length]}`
}
