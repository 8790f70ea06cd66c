import type { Theme } from '../theme.js'

export const noHeat: Theme = {
  about: 'Heating',
  isUrgent: true,
  isCold: true,
  shown: {
    boiler_error: [
      'No heat since last night. The boiler shows an error and I reset it twice, it goes off again after a few minutes.',
      'Boiler display shows 119 and the pressure is near zero. I do not know how to fill it up.',
      'Boiler pressure climbs to 30 and the relief valve dumps water on the floor.',
      'No heat and no hot water since about 5 am. Combination boiler, seven years old.',
      'Our boiler loses pressure about every four days. No water visible anywhere.',
    ],
    cold_radiator: [
      'Radiators are only warm at the top two fins. The one in the bathroom is stone cold.',
      'The radiator in the nursery hisses and drips from the valve. Carpet is wet there.',
      'Radiator under the front window does not warm up any more since the painters were here.',
    ],
  },
  texts: [
    'Furnace blows cold air. Filter is new. We have a three month old at home, so please call as soon as you can.',
    'Upstairs is freezing, downstairs is fine. Thermostat upstairs says it is calling for heat.',
    'The heat comes on, runs for two minutes and shuts off. It did that all night, 58 degrees in here this morning.',
    'Strange rumbling from the boiler when it starts, then a click, then nothing.',
    'Pilot light went out and will not stay lit, I held the knob for a full minute.',
    'Furnace makes a loud bang when it starts. It started with the cold snap.',
    'The thermostat is blank, new batteries do not help. House is at 60 and falling.',
    'No heat in the addition. The pump for that loop is humming but not hot on either side.',
    'My mother’s apartment is cold, she is 84. The super says the boiler runs. Her radiators do not get warm.',
    'There is a smell like burnt dust and rubber when the furnace runs. Turned it off to be safe.',
    'Heat pump is iced over completely, it looks like a block. Indoor unit blows lukewarm air.',
    'We came back from vacation and the house is at 48. Furnace light blinks three times, pause, three times.',
    'One zone valve is stuck. We can move it by hand and then it heats, but it closes again.',
    'Furnace runs all the time but the house does not get above 63.',
    'Steam boiler keeps asking for water, I am filling it every second day now.',
    'Baseboard in the living room gurgles like a coffee machine and one half of it stays cold.',
    'Carbon monoxide alarm chirped twice last night near the furnace. Gas company says it is fine, I would like a second look.',
    'The garage apartment has electric baseboard and gas wall heater, the wall heater will not light.',
    'Flame in the furnace window is yellow and flickers. It used to be blue.',
    'Outside it is 9 degrees and the vent pipe of our furnace is covered with ice. Furnace locks out.',
  ],
  talks: [
    [
      [
        'us',
        'Hi {first}, this is {me} from Brightwater. What does the display of the boiler show right now, and do you have another source of heat?',
      ],
      ['them', 'It alternates between E and 119. We have two space heaters and the fireplace.'],
      ['us', 'That is low water pressure. Please do not reset it any more, you are at the top of our list.'],
      ['them', 'Thank you so much. Somebody is home all day.'],
    ],
    [
      [
        'us',
        'Hello {first}, we have your request at the top of our list. Is the red switch next to the furnace on? People sometimes hit it when they store boxes.',
      ],
      ['them', 'It is on. I checked the breaker as well.'],
      ['us', 'Thanks for checking. Then it is something for us.'],
    ],
    [
      ['them', 'Update: it ran for an hour and went off again. 57 inside now.'],
      ['us', 'We are moving things around, you are next. {field} will call from the road.'],
    ],
    [
      [
        'us',
        'Hi {first}, we move other work so that {field} can be with you as early as possible. A home without heat comes first here.',
      ],
      ['them', 'Thank you!! Somebody is home all the time.'],
    ],
  ],
  visitNotes: [
    'Please leave the boiler off until we are there.',
    '{field} calls 20 minutes before arriving.',
    'We bring the usual spare parts.',
    null,
  ],
  thanks: [
    'Warm again, thank you {field}! The kids say hi.',
    'Everything is warm since Tuesday. I would like the yearly service too, please.',
  ],
}

export const heatingCare: Theme = {
  about: 'Heating',
  shown: {
    cold_radiator: [
      'Radiators need bleeding and two valves are stuck open. No hurry.',
      'We want to move one radiator about four feet because of a new kitchen wall.',
    ],
  },
  texts: [
    'Time for the yearly boiler service. Same as last year please, Luis knows where everything is.',
    'Could you quote a tune-up for two furnaces? One in the basement, one in the attic.',
    'We would like a smart thermostat installed, we bought one already. There is no C wire as far as I can tell.',
    'Looking for a price for a new boiler, ours is from 1989. House is about 2,100 square feet.',
    'Please check our furnace before we list the house. The buyer will want a report.',
    'The expansion tank sounds full when I knock on it. The last technician said it would need replacing soon.',
    'Annual safety check for a rental, three units, each with its own furnace.',
    'Can you replace the humidifier on our furnace? The pad is solid limestone by now.',
    'Boiler room smells a little of gas when I stand right next to the valve. Utility checked and says it is under the limit, but I would like it fixed.',
    'We are finishing the basement and need two more baseboard loops. Floor plan is ready.',
    'The condensate pump of the furnace runs every few minutes and is really loud.',
    'Would like to know if our house could switch from gas furnace to heat pump, and what it would cost.',
    'Thermostat reads 74, two other thermometers say 69. Can that be adjusted?',
    'Duct in the crawl space came loose, we heat the spiders down there.',
  ],
  talks: [
    [
      [
        'us',
        'Hi {first}, happy to. For the service we need about 90 minutes and access to the boiler and one radiator per floor. Will somebody be at home on weekdays?',
      ],
      ['them', 'Yes, one of us always is.'],
      ['us', 'I have put you down, the exact window is on its way by e-mail.'],
    ],
    [
      [
        'us',
        'Hello {first}, could you send a photo of the label on the side of the unit? Then we bring the right filter and igniter.',
      ],
      ['them', 'The label is worn off. It is beige and about as tall as my shoulder, if that helps.'],
      ['us', 'It does, thank you. We bring both.'],
    ],
    [
      ['them', 'How long is your quote valid? We decide with the neighbors in the other half of the duplex.'],
      ['us', 'Sixty days. If both halves are done in the same week, we take 8 percent off each.'],
      ['them', 'That is good to know, we will talk to them this weekend.'],
    ],
  ],
  visitNotes: [
    'The service takes about 90 minutes. The heat is off meanwhile.',
    'Please make the furnace room accessible.',
    null,
  ],
  thanks: ['Thanks for the thorough service. See you next year.'],
}
