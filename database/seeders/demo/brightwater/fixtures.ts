import type { Theme } from '../theme.js'

export const fixtures: Theme = {
  about: 'Faucet or fixture',
  shown: {
    dripping_faucet: [
      'Kitchen faucet drips, one drop every two seconds, also when turned off hard.',
      'Need a new faucet installed in the kitchen, we have it here. The old one is rusted to the sink.',
      'The sprayer of the kitchen faucet is stuck inside, does not come out any more.',
    ],
  },
  texts: [
    'Shower handle is so stiff that my mother cannot turn it.',
    'Only a trickle comes from the bathroom faucet. The others are fine.',
    'The diverter on the tub does not work any more, half of the water comes out of the spout while showering.',
    'Please install a water softener. We have a spot for it next to the furnace and a drain nearby.',
    'Shower goes from hot to cold when somebody flushes. Is there a valve that prevents that?',
    'Outdoor faucet in the back yard drips and the handle spins freely.',
    'We would like a filter for drinking water under the sink. Which one do you recommend?',
    'New vanity arrives on Friday: two sinks, two faucets. Could you connect it the week after?',
    'The tub spout came off in my hand. There is a threaded pipe behind it.',
    'Low pressure in the whole house since the city worked on our street.',
    'Claw-foot tub: we want the old brass faucet restored instead of replaced, if that is possible.',
    'The pop-up stopper in the master bath does not open any more.',
    'Faucet in the laundry sprays sideways, mineral deposits I guess.',
    'A grab bar and a hand shower for my father’s bathroom, please. He moves in on the first.',
    'The handle of the shower valve is loose and water runs behind the tile. I stopped using it.',
    'Garbage disposal is dead. Replace with a quiet one, please.',
    'Dishwasher hook-up: delivery brings it only to the kitchen.',
    'We need the gas line for a new range, about eight feet from the old one.',
    'Frost-free spigot on the north wall leaked into the basement when we opened it.',
  ],
  talks: [
    [
      ['us', 'Hi {first}, do you know the brand of the faucet? It is usually on the base or the handle.'],
      ['them', 'There is no name that I can see. Chrome, single lever, about ten years old.'],
      ['us', 'No problem, our technician carries the common cartridges.'],
    ],
    [
      [
        'us',
        'Hello {first}, for the installation we charge a flat price. If the old shut-off valves do not hold, we would replace them in the same visit.',
      ],
      ['them', 'They are original to the house, so probably yes. Please plan for it.'],
    ],
    [
      ['them', 'Could you also look at the sink in the garage when you are here? It has no warm water.'],
      ['us', 'Sure, I added 30 minutes to the visit.'],
      ['them', 'Perfect.'],
    ],
    [
      [
        'us',
        'Hi {first}, your window follows by e-mail. Please have the new faucet unpacked, so that we can see whether anything is missing.',
      ],
    ],
  ],
  visitNotes: [
    'Please have the new faucet at hand.',
    'Shut-off valves are replaced if they do not hold.',
    'About one hour.',
    null,
  ],
  thanks: ['Looks great, thanks. My mother can turn it with one finger.', 'Exactly what we wanted.'],
}

export const outdoors: Theme = {
  about: 'Something else',
  shown: {
    wet_basement: [
      'Sump pump runs but the pit does not get empty. Storm is forecast for the weekend.',
      'Water in the window well after the rain, and a little on the basement carpet.',
      'Sump pump is 14 years old. I would like a new one with battery backup before something happens.',
      'There is a wet line along the basement wall where the water service comes in.',
    ],
  },
  texts: [
    'Sprinkler backflow preventer is spraying water at the house wall.',
    'Need the sprinkler system turned on and checked, seven zones.',
    'Sprinkler blow-out please, and could you do my neighbor at the same time?',
    'Our water meter pit is full of water. The city says that the leak is on our side.',
    'The yard drain does not drain. I found the outlet at the alley and it is crushed.',
    'We want a hose bib on the south side of the garage, the basement is unfinished on the other side of that wall.',
    'Lawn is soggy between the house and the street, although it has not rained for two weeks.',
    'Water pressure is 105 psi at the hose bib. The inspector says we need a regulator.',
  ],
  talks: [
    [
      [
        'us',
        'Hi {first}, is there water standing in the basement right now, and is anything electric close to it?',
      ],
      ['them', 'About a quarter inch at the low corner. The outlets are all high on the wall.'],
      ['us', 'All right. We bring a pump and come as early as we can.'],
    ],
    [
      [
        'us',
        'Hello {first}, we are in your area twice a week. If your neighbor joins, both get 15 dollars off.',
      ],
      ['them', 'He is in! Same street, two doors down. He will send his own request.'],
    ],
    [['them', 'The gate on the side is locked, please ring the bell first.']],
  ],
  visitNotes: ['Please leave the side gate open.', 'We bring a pump with battery backup.', null],
  thanks: ['It rained all Sunday and the basement stayed dry. Thank you.'],
}
