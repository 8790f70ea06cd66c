export const CUSTOMER_NOTES = [
  'Boiler room through the kitchen, low door.',
  'Prefers text messages.',
  'Key with the neighbor at number 14.',
  'Main shut-off behind the dryer.',
  'Large dog, friendly. Call before ringing.',
  'Invoices to the daughter, she manages everything.',
  'Parking only in the alley.',
  'Customer since the old owner, 2009.',
  'Water heater replaced by us, 50 gallons, gas.',
  'Asks for Luis.',
  'Rental. The tenant opens, the owner pays.',
  'Historic house, please no visible pipes.',
]

/** Answers to "Anything we should know?". */
export const ASIDES = [
  'There is a dog in the yard, she barks but does not bite.',
  'Please park in the alley, the street is swept on Thursdays.',
  'Gate code is 4471.',
  'My husband is home all day, I am not.',
  'The doorbell does not work. Please knock.',
  'We both work from home, any time is fine.',
  'Baby sleeps from 1 to 3.',
  'Crawl space entry is in the closet of the small bedroom.',
  'I can be here within 15 minutes if you call before.',
  'Two cats, please keep the basement door closed.',
  'The house is old, the valves too.',
  'We rent. The owner knows and agrees.',
  'Steep driveway, icy in the mornings.',
  'Please use the side door.',
  'My neighbor Carol has a key.',
  'Somebody else was here before and could not find it.',
  'Street parking is fine, no permit needed.',
  'The basement light is broken, bring a lamp.',
]

export const LOSS_REASONS = [
  'Chose another company, ours was about 400 dollars more',
  'No answer after three calls and two messages',
  'Covered by the home warranty, they send their own plumber',
  'Outside our service area (Castle Rock)',
  'Landlord takes care of it himself',
  'Wanted somebody the same night, we were fully booked',
  'Same request had come in by phone the day before',
  'Decided to wait until the remodel next year',
  'Only wanted a rough price for the insurance',
]

/** What customers write before they cancel. */
export const CANCELLING = [
  'My brother-in-law fixed it over the weekend. Thank you anyway!',
  'Not needed any more, a friend of ours had the part. Sorry for the trouble.',
  'We found somebody who could come tonight. Sorry for the trouble.',
  'The landlord sends his own people.',
  null,
  null,
]

export const CANCELLED_ORDERS = [
  'Customer sells the house and leaves it to the buyer',
  'Customer called: solved with a neighbor',
  'Customer is away until next month and will call us',
]

/** The last word of the office when nobody answers. */
export const CHASERS = [
  'Hi {first}, I tried to call you twice. Do you still need us? A short answer here is enough.',
  'Hello {first}, we kept a place for you this week. Shall we come?',
]

export const MOVED = [
  ['them', 'Something came up at work. Could we move the visit to another day?'],
  ['us', 'Of course, {first}. I have moved it, the new window is in your e-mail.'],
] as const

export const TIMES = ['As soon as possible', 'Weekday mornings', 'Weekday afternoons', 'Evenings', 'Weekends']
