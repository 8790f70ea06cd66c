export const CUSTOMER_NOTES = [
  'Zählerschrank im Keller, Schlüssel beim Hausmeister.',
  'Klingel defekt, bitte anrufen.',
  'Rechnung an die Hausverwaltung.',
]

export const ASIDES = [
  'Vierter Stock, kein Aufzug.',
  'Bitte im Hof parken, Einfahrt durch das grüne Tor.',
  'Ich bin ab 15 Uhr zu Hause.',
  'Der Hund bellt nur.',
  'Klingel ist kaputt, bitte kurz anrufen.',
]

export const LOSS_REASONS = [
  'Hat sich für einen anderen Betrieb entschieden',
  'Nicht erreicht, dreimal angerufen',
]

export const CANCELLING = ['Hat sich erledigt, es war nur die Glühlampe. Danke!', null]

export const CANCELLED_ORDERS = ['Kundin verschiebt den Umbau auf nächstes Jahr']

export const CHASERS = [
  'Guten Tag {name}, wir haben Sie telefonisch nicht erreicht. Besteht Ihr Anliegen noch?',
]

export const MOVED = [
  ['them', 'Mir ist leider etwas dazwischengekommen. Geht auch ein anderer Tag?'],
  ['us', 'Kein Problem, {name}. Das neue Zeitfenster steht in Ihrer E-Mail.'],
] as const

export const TIMES = [
  'So bald wie möglich',
  'Werktags vormittags',
  'Werktags nachmittags',
  'Abends',
  'Samstags',
]
