import type { Theme } from '../theme.js'

export const hotWater: Theme = {
  about: 'Hot water',
  isUrgent: true,
  shown: {
    water_heater: [
      'No hot water since this morning. The pilot on the heater is out and I am not comfortable lighting it.',
      'Water heater is leaking from the bottom. About a cup per hour into the pan.',
      'Hot water lasts for one short shower, then it is lukewarm. The tank is 50 gallons and 12 years old.',
      'The water heater makes popping noises like popcorn when it heats.',
      'Relief valve on the water heater is dripping into a bucket. I emptied it three times today.',
      'Our water heater is 15 years old. It still works, but I would rather replace it before it floods the basement. Please quote.',
      'Tank has a wet spot at the seam on top, next to the cold water inlet.',
      'We ran out of hot water and there is soot above the burner door.',
      'Pan under the water heater is full and the drain from it seems clogged.',
      'Anode rod replacement please, the heater is five years old and we have hard water.',
    ],
  },
  texts: [
    'Hot water is rusty, cold is clear. Only since last week.',
    'Tankless heater gives an error after about five minutes of shower and then cold water.',
    'Hot water smells like rotten eggs, mostly in the mornings.',
    'It takes four minutes until hot water reaches the upstairs bathroom. Is there something that can be done?',
    'Water is far too hot, I measured 152 F at the kitchen sink. Turning the dial does nothing.',
    'Electric water heater trips the breaker every other day.',
    'The new washing machine needs hot water at 120 and ours never gets above 100.',
    'Recirculation pump runs day and night and is hot to the touch.',
    'Only the hot side has low pressure, in the whole house. Cold is strong.',
    'We had a new heater installed by another company last month and the vent pipe is not even connected. Can you look at it quickly?',
    'Hot water goes cold whenever the dishwasher starts.',
    'Tenant reports no hot water in unit 3. The other units are fine, each has its own tank.',
  ],
  talks: [
    [
      [
        'us',
        'Hi {first}, could you tell me the year on the label of the tank, and whether it is gas or electric?',
      ],
      ['them', 'Gas, 40 gallons, label says 2011.'],
      [
        'us',
        'At that age a new one is usually cheaper than the repair. We bring one along and you decide when you have heard both prices.',
      ],
      ['them', 'Sounds fair.'],
    ],
    [
      [
        'us',
        'Hello {first}, please turn the dial on the gas valve to "pilot" and close the cold water valve on top of the tank. Then nothing more can happen until we are there.',
      ],
      ['them', 'Did both. It still drips a little but less.'],
    ],
    [
      ['them', 'Do I need to be home? The heater is in the garage and I can give you the code.'],
      ['us', 'You do not. Send us the code here, only the technician of the visit sees it.'],
      ['them', 'Great, it is my house number backwards and then the star.'],
    ],
  ],
  visitNotes: [
    'We bring a 50 gallon gas heater. You decide on site.',
    'Please clear three feet in front of the heater.',
    'The old tank goes with us, that is included.',
    null,
  ],
  thanks: [
    'Hot showers for everybody again. Thanks {field}!',
    'New heater runs quietly. The old one did not, I only notice now.',
  ],
}
