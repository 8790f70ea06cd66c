import type { Theme } from '../theme.js'

export const leaks: Theme = {
  about: 'Leak or water damage',
  isUrgent: true,
  shown: {
    leaking_pipe: [
      'The pipe under the kitchen sink is dripping steadily. I put a bucket under it and have to empty it twice a day.',
      'Water under the bathroom vanity every morning. The cabinet floor is already swollen.',
      'The P-trap under the guest bath sink came apart when I tried to clean it. Now I cannot get it tight again.',
      'Kitchen sink leaks only when the garbage disposal is running. Looks like it comes from the bottom of it.',
      'Drip from the hot side supply line under the kids’ bathroom sink. It got worse over the weekend.',
    ],
  },
  texts: [
    'There is a fine spray coming from a copper joint behind the washing machine. I turned the valve off for now.',
    'Shut-off valve under the toilet will not close all the way and drips when I touch it.',
    'Found a puddle in the crawl space, about the size of a doormat. I cannot see where it comes from.',
    'Our water bill doubled last month and the meter moves with everything turned off.',
    'Small leak at the main shut-off in the basement. It is one drop every ten seconds or so, green crust around it.',
    'The hose to the dishwasher is leaking behind the cabinet. Floor boards next to it are getting soft.',
    'Pinhole leak in a copper line in the utility room. I have a rubber patch and a clamp on it, please come before that gives up.',
    'Ice maker line behind the refrigerator is leaking, we only noticed because the dog was drinking there.',
    'We hear water running in the wall between kitchen and laundry at night when nothing is on.',
    'Pressure regulator at the main seems to be leaking, there is a wet ring on the concrete below it.',
    'Washing machine overflowed through the standpipe, second time this month. Towels everywhere.',
    'One of the supply lines in the powder room burst. Water is off at the main, so we have none at all right now.',
    'A plumber friend says our old galvanized line is weeping at two joints. Could you look and tell us what it would take?',
  ],
  talks: [
    [
      [
        'us',
        'Hi {first}, thanks for letting us know. Can you close the small valve right under the sink? If it turns hard, leave it and close the main one instead.',
      ],
      ['them', 'The small one worked, it stopped dripping. So it is not an emergency any more.'],
      ['us', 'Good. We bring a new trap and supply lines, that takes about an hour.'],
    ],
    [
      [
        'us',
        'Hello {first}, is the pipe copper or white plastic? Then our technician brings the right fittings.',
      ],
      ['them', 'Copper I think, it is reddish where it is not painted.'],
    ],
    [
      ['them', 'I forgot to say that the main shut-off is in the garage, behind the shelf on the left.'],
      ['us', 'Perfect, that saves time. I put it on the job sheet.'],
    ],
    [
      ['us', 'Hi {first}, may the water be off for an hour or two while we work?'],
      ['them', 'Sure. I fill a few pots before.'],
      ['us', 'Perfect. You will get the window by e-mail.'],
      ['them', 'Thank you, that was quick!'],
    ],
  ],
  visitNotes: [
    'Please clear the cabinet below the sink so that we can work there.',
    'The water will be off for about an hour.',
    'We bring new supply lines and a trap. Estimate on site before we start.',
    null,
  ],
  thanks: [
    'All dry since yesterday. Please thank {field}, even the cabinet is clean.',
    'Bill paid. Great work, no drip any more.',
  ],
}

export const ceilings: Theme = {
  about: 'Leak or water damage',
  isUrgent: true,
  shown: {
    wet_ceiling: [
      'Brown stain on the living room ceiling, right below the upstairs bathroom. It is soft when I press on it.',
      'Water is dripping through the dining room ceiling when somebody showers upstairs.',
      'A wet spot on the ceiling got bigger overnight. It is about two feet across now.',
      'Tenant downstairs says there is water on her ceiling below our tub. We have stopped using it.',
      'There is a musty smell and a yellow ring on the bedroom ceiling, under the attic furnace.',
    ],
  },
  texts: [
    'The paint on the hallway ceiling is bubbling and there is a drip from the smoke detector. Breaker for it is off.',
    'Ceiling in the basement has a damp line along the whole duct. Not sure whether it is a pipe or condensation.',
    'Water comes through a light fixture in the kitchen after a bath. We are not using either.',
  ],
  talks: [
    [
      [
        'us',
        'Hello {first}, please do not use the bathroom above until we have been there, and put something under the spot. Does it drip right now?',
      ],
      ['them', 'It stopped since nobody showers. The spot is still dark though.'],
      [
        'us',
        'Then it is most likely the drain of the shower. We will open as little of the ceiling as possible.',
      ],
    ],
    [
      [
        'us',
        'Thanks for the picture, {first}. If the middle starts to sag, make a small hole with a screwdriver and let it run into a bucket, that saves the rest of the ceiling.',
      ],
      ['them', 'Done, about half a gallon came out. Scary but it helped.'],
    ],
    [
      ['them', 'My insurance asks for a written cause. Can your technician write that down?'],
      ['us', 'Yes, you get a short report with photos after the visit.'],
    ],
  ],
  visitNotes: [
    'Please move furniture away from below the wet spot.',
    'We bring a moisture meter and a camera.',
    null,
  ],
  thanks: ['Thank you for the report, the insurance accepted it.'],
}
