import { ask } from '../ask.js'
import { TIMES } from './asides.js'

export const germanQuestions = () => ({
  name: 'Serviceanfrage',
  intro: 'Schreiben Sie uns kurz, was los ist. Werktags melden wir uns innerhalb von zwei Stunden.',
  successText:
    'Vielen Dank, wir kümmern uns darum. Bei Brandgeruch bitte sofort die Sicherung ausschalten und anrufen.',
  questions: [
    ask('long_text', 'Was können wir für Sie tun?', {
      help: 'Wo genau, seit wann, was ist passiert?',
      required: true,
    }),
    ask('choice', 'Worum geht es?', {
      required: true,
      options: ['Kein Strom oder Sicherung', 'Steckdose, Schalter oder Licht', 'Neue Installation'],
    }),
    ask('photo', 'Fotos'),
    ask('multi_choice', 'Wann passt es Ihnen?', { options: TIMES }),
    ask('long_text', 'Was sollten wir noch wissen?', { help: 'Stockwerk, Parken, Haustiere, wer öffnet.' }),
  ],
})
