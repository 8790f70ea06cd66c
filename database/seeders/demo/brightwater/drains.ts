import type { Theme } from '../theme.js'

export const drains: Theme = {
  about: 'Drain or toilet',
  shown: {
    shower_drain: [
      'Shower drain in the main bath is completely clogged, water stands up to the ankles.',
      'Hair clog in the upstairs shower. I got some of it out, the rest sits deeper.',
      'Every time it rains hard the basement shower fills with an inch of brown water.',
    ],
    wet_basement: [
      'All the drains in the basement back up when we do laundry. It smells awful.',
      'Sewage is coming up through the floor drain in the basement. Please hurry.',
    ],
  },
  texts: [
    'Kitchen sink drains very slowly and gurgles. Plunger and baking soda did not help.',
    'Bathtub drains slowly again, you snaked it about two years ago.',
    'Roots in the sewer line, according to the inspection before we bought. Can you send somebody with a camera?',
    'Kids flushed a toy car. Toilet fills to the rim and goes down over ten minutes.',
    'Double sink in the kitchen: when I drain the left one it comes up in the right one.',
    'Bad smell from the drain in the laundry room, even after I poured water into it.',
    'Main line seems blocked, the toilet bubbles when the washing machine pumps.',
    'Garbage disposal hums but does not turn, and the sink is full of water.',
    'The floor drain in the garage does not take the snow melt any more.',
    'Sink in the guest bathroom takes five minutes to empty. It has been like that since we moved in.',
    'Could we get a quote for cleaning the main line every year? We have two big maples in front of the house.',
    'Dishwasher leaves dirty water in the bottom, and the sink next to it backs up.',
    'The outside cleanout is overflowing a little into the flower bed. Lovely.',
    'The drain in our utility sink is plugged with grout, the tile people rinsed their buckets there.',
    'Slow tub and slow sink in the same bathroom, started at the same time.',
  ],
  talks: [
    [
      ['us', 'Hi {first}, is it only this drain, or do others in the house run slowly too?'],
      ['them', 'Only this one, the sink right next to it is fine.'],
      ['us', 'Good, then it is in the branch and quickly done.'],
    ],
    [
      [
        'us',
        'Hello {first}, please do not use any water in the house until we are there, and no drain cleaner: it makes our work dangerous.',
      ],
      ['them', 'Understood. I have used half a bottle yesterday, sorry.'],
      ['us', 'Thank you for telling us, we bring gloves and flush it first.'],
    ],
    [
      ['them', 'The cleanout is next to the driveway, under the round green cover.'],
      ['us', 'That helps a lot, thank you. We come with the long machine and the camera.'],
    ],
    [
      [
        'us',
        'Hi {first}, the flat price for one drain is on our website. If we need the camera it is a bit more, we would ask you first.',
      ],
      ['them', 'OK with me.'],
    ],
  ],
  visitNotes: [
    'Please do not use any drain cleaner before the visit.',
    'We bring the camera. You get the video.',
    null,
    null,
  ],
  thanks: [
    'Runs like new. The video was interesting and a little disgusting.',
    'Fast and clean. Will recommend you.',
  ],
}

export const toilets: Theme = {
  about: 'Drain or toilet',
  shown: {
    running_toilet: [
      'Toilet in the hall bath runs all night. I replaced the flapper, no change.',
      'Toilet rocks when you sit on it and there is a little water around the base.',
      'Toilet fills for ten minutes after every flush and whistles.',
      'Water drips from the bolt between tank and bowl.',
      'Ghost flush: it fills up for a few seconds every half hour, also when nobody is home.',
      'The bowl has a hairline crack, I can feel it with a fingernail. Please quote a replacement.',
      'Powder room toilet clogs about once a week, without anything unusual in it.',
      'Wax ring needs replacing I think, there is a smell and the vinyl around it turns dark.',
      'Tank sweats so much that the floor is wet. Is there an insulated tank?',
    ],
  },
  texts: [
    'The flush handle broke off inside the tank.',
    'We would like two toilets replaced with taller ones. My husband had knee surgery.',
    'Toilet flushes only if you hold the handle down until the end.',
    'Wall-hung toilet: the button does not come back out after pressing.',
    'The shut-off behind the toilet is painted over and does not move. We need it closed for the floor people next Thursday.',
    'Basement toilet does not flush strongly enough. It has a pump that sounds tired.',
    'Bidet seat leaks where it is connected to the supply line.',
  ],
  talks: [
    [
      [
        'us',
        'Hi {first}, could you take the lid off and tell me whether the water runs into the pipe in the middle?',
      ],
      ['them', 'Yes, a little runs over the edge of that pipe all the time.'],
      ['us', 'Then it is the fill valve, a twenty minute job. We have it on the truck.'],
    ],
    [
      [
        'us',
        'Hello {first}, white, elongated, comfort height: is that right? Then we bring two of our standard model, with soft-close seats.',
      ],
      ['them', 'Exactly. Please take the old ones along.'],
      ['us', 'We will.'],
    ],
    [['them', 'No rush, we have a second bathroom. Any day works.']],
  ],
  visitNotes: ['Both toilets are on the truck. The old ones go with us.', 'Takes about 30 minutes.', null],
  thanks: ['Finally quiet at night. Thank you!'],
}
