import type { Theme } from '../theme.js'

export const projects: Theme = {
  about: 'Something else',
  isProject: true,
  texts: [
    'We are remodeling the upstairs bathroom and need the rough-in moved: shower to the window side, toilet stays.',
    'Quote for repiping a 1956 ranch, everything galvanized. We can send a floor plan.',
    'Our contractor quit. The new bathroom has pipes sticking out of the wall and a permit on the door. Can you take over?',
    'Looking for someone to install a laundry on the second floor. There is a bathroom on the other side of the wall.',
    'Permit and inspection for an existing gas line to the fire pit, the city wants it done by a licensed company.',
    'Whole house shut-off with leak detection: do you install those? Our insurance gives a discount for it.',
    'Could you give us a price for a second water line to the accessory dwelling in the back yard?',
    'Home inspection found a cross connection at the old well pump. We need it removed before closing.',
    'We would like to know what a tankless heater costs for a family of five, including the larger gas line.',
    'My wife and I want a walk-in shower instead of the tub. We have a tile person but no plumber.',
    'Replace all 11 shut-off valves in the house, none of them closes any more.',
    'Moving a kitchen island with sink by three feet. Slab foundation.',
    'Radon company needs the old floor drain sealed and a new one with a trap.',
    'Bathroom in the basement, from scratch. We have the plans from the architect, looking for two quotes.',
  ],
  talks: [
    [
      [
        'us',
        'Hi {first}, that sounds like a nice project. Daniel would like to see it before he writes a quote, that takes half an hour and is free.',
      ],
      ['them', 'Gladly. Any day works if I know it two days before.'],
      ['us', 'Good. You get the exact window by e-mail.'],
    ],
    [
      ['us', 'Hello {first}, do you have a drawing or a few measurements? A sketch on paper is fine.'],
      ['them', 'I will measure tonight and send it.'],
      ['them', 'Room is 9 by 7 feet, window on the short side, stack is in the corner behind the door.'],
      ['us', 'That is all we need for a first price, thank you.'],
    ],
  ],
  visitNotes: ['Free visit to measure and talk about the options.', 'Please have the plans at hand.', null],
  thanks: ['Thank you for the clear quote. We start in three weeks.'],
}

/** What shops, offices and landlords write. */
export const business: Theme = {
  about: 'Something else',
  texts: [
    'Yearly check of the water heater and all shut-off valves, please. Before 10 am if possible.',
    'Hand sink in the back has no hot water. We must not open without it.',
    'Customer restroom toilet is out of order. We have only one.',
    'The floor drain in the back room backs up when we mop.',
    'Backflow test is due this month, letter from the water utility is attached to the meter.',
    'There is a drip under the sink in the staff kitchen. The key is at the front desk.',
    'The heating in the front room does not keep up. Please call to arrange a time, best before we open.',
    'The mop sink faucet broke off. Water is shut off for that branch.',
    'We need a filter and a shut-off for the drinking water line behind the counter.',
    'Urinal in the staff restroom runs without stopping.',
  ],
  talks: [
    [
      ['us', 'Good morning, we can be there before you open. Who lets us in?'],
      ['them', 'Somebody is here from seven. Ring at the back door.'],
      ['us', 'Noted, thank you.'],
    ],
    [
      ['us', 'Hello, thank you for your request. Is there a time when the water may be off for an hour?'],
      ['them', 'Any weekday, if it is not for longer. Somebody is always here.'],
      ['us', 'Good, the window comes by e-mail.'],
    ],
  ],
  visitNotes: ['Please ring at the back door.', 'The water will be off for about an hour.', null],
  thanks: ['Passed the inspection. Thank you for the short notice.'],
}
