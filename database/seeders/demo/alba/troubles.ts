import type { Theme } from '../theme.js'

export const outages: Theme = {
  about: 'Kein Strom oder Sicherung',
  isUrgent: true,
  shown: {
    fuse_box: [
      'Der FI-Schalter fliegt raus, sobald wir den Geschirrspüler einschalten.',
      'Im Kinderzimmer und im Flur ist seit gestern Abend kein Strom mehr. Alle Sicherungen sind oben.',
      'Sicherung der Küche fällt alle paar Stunden, auch wenn nur der Kühlschrank läuft.',
      'Kein Strom im Keller, der Gefrierschrank taut ab. Bitte möglichst heute.',
    ],
  },
  texts: [
    'Nach dem Gewitter geht die Türsprechanlage nicht mehr, und das Treppenlicht bleibt dunkel.',
    'Im Bad flackert das Licht, wenn der Föhn läuft. Manchmal riecht es ein wenig verschmort.',
  ],
  talks: [
    [
      [
        'us',
        'Guten Tag {name}, bitte lassen Sie den FI-Schalter vorerst aus und ziehen Sie den Stecker des Geräts. Wir kommen vorbei und messen die Leitung durch.',
      ],
      ['them', 'Danke, ist gemacht. Licht haben wir noch, das hängt an einem anderen Kreis.'],
    ],
    [
      ['us', 'Hallo {name}, ist in den nächsten Tagen jemand zu Hause? Dann kommt {field} bei Ihnen vorbei.'],
      ['them', 'Ja, ich arbeite von zu Hause.'],
      ['us', 'Sehr gut, das Zeitfenster kommt per E-Mail.'],
    ],
  ],
  visitNotes: [
    'Bitte den Zählerschrank zugänglich machen.',
    'Der Strom ist etwa eine halbe Stunde aus.',
    null,
  ],
  thanks: ['Alles läuft wieder, vielen Dank an {field}!'],
}

export const sockets: Theme = {
  about: 'Steckdose, Schalter oder Licht',
  shown: {
    scorched_socket: [
      'Eine Steckdose im Wohnzimmer ist schwarz verfärbt und wird warm. Wir benutzen sie nicht mehr.',
    ],
  },
  texts: [
    'Wir hätten gern drei zusätzliche Steckdosen in der Küche über der Arbeitsplatte.',
    'Der Dimmer im Schlafzimmer brummt, seit wir LED-Lampen haben.',
    'Lichtschalter im Treppenhaus hängt fest, das Licht brennt Tag und Nacht.',
    'Bitte sechs Deckenleuchten anschließen, Altbau, 3,40 m hohe Decken.',
    'Die Außensteckdose auf dem Balkon hat keinen Deckel mehr, es regnet hinein.',
    'Zwei Steckdosen hängen aus der Wand, eine davon neben der Badewanne.',
  ],
  talks: [
    [
      [
        'us',
        'Guten Tag {name}, danke für das Foto. Bitte die Sicherung für diesen Raum ausschalten, wenn Sie sie kennen.',
      ],
      ['them', 'Habe ich gefunden und ausgeschaltet. Es ist die Nummer 7.'],
    ],
    [
      [
        'us',
        'Hallo {name}, soll die Leitung in die Wand oder reicht ein schmaler Kanal? Das macht beim Preis etwa die Hälfte aus.',
      ],
      ['them', 'Lieber in die Wand, wir streichen sowieso neu.'],
      ['us', 'Gut, dann planen wir einen halben Tag ein.'],
    ],
  ],
  visitNotes: ['Bitte Möbel von der Wand rücken.', 'Wir bringen Staubsauger und Folie mit.', null],
  thanks: ['Sehr sauber gearbeitet, danke!'],
}

export const installations: Theme = {
  about: 'Neue Installation',
  isProject: true,
  texts: [
    'Wir möchten eine Wallbox in der Tiefgarage. Die Eigentümergemeinschaft hat zugestimmt.',
    'Angebot für die Erneuerung der Elektrik in einer Altbauwohnung, 86 m², bitte.',
    'Herd anschließen: Drehstrom ist vorhanden, das Gerät wird am Freitag geliefert.',
    'Balkonkraftwerk mit 800 Watt: Können Sie die Steckdose setzen und den Zähler prüfen?',
    'Netzwerkdosen in vier Räumen, das Leerrohr liegt schon.',
    'Unser Zählerschrank ist von 1968. Was würde ein neuer kosten?',
    'Rauchmelder für acht Wohnungen, mit Wartung einmal im Jahr.',
  ],
  talks: [
    [
      [
        'us',
        'Guten Tag {name}, dafür sehen wir uns den Zählerschrank vorher an, das dauert eine halbe Stunde und kostet nichts.',
      ],
      ['them', 'Gern, ich kann es mir einrichten.'],
      ['us', 'Sehr schön, der Termin steht in Ihrer E-Mail.'],
    ],
    [
      [
        'them',
        'Noch ein Hinweis: Der Hausmeister hat den Schlüssel für den Technikraum, Telefon hängt im Flur aus.',
      ],
    ],
  ],
  visitNotes: [
    'Kostenloser Termin zum Ansehen und Messen.',
    'Bitte Pläne bereitlegen, falls vorhanden.',
    null,
  ],
  thanks: ['Danke für das schnelle Angebot, wir haben es unterschrieben.'],
}
