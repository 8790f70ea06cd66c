import { ask } from '../ask.js'
import { TIMES } from './asides.js'

const NOTHING_RUNS = 'No'
const CAN_STOP = 'Yes, but I can shut it off'
const CANNOT_STOP = 'Yes, and I cannot stop it'

export const RUNNING = {
  label: 'Is water running that should not?',
  answers: { calm: [NOTHING_RUNS], urgent: [NOTHING_RUNS, NOTHING_RUNS, CAN_STOP, CAN_STOP, CANNOT_STOP] },
}

/** The questions as the company asks them since it knows what its technicians need. */
export const betterQuestions = () => ({
  name: 'Service request',
  intro: 'Tell us what is wrong. During the day somebody answers within the hour.',
  successText:
    'Thank you, we are on it. If water is running and you cannot stop it, please call us right away.',
  questions: [
    ask('long_text', 'What is going on?', {
      help: 'Where it is, since when, what you see or hear.',
      required: true,
    }),
    ask('choice', 'What is it about?', {
      required: true,
      options: [
        'Leak or water damage',
        'Heating',
        'Hot water',
        'Drain or toilet',
        'Faucet or fixture',
        'Something else',
      ],
    }),
    ask('choice', RUNNING.label, { options: [NOTHING_RUNS, CAN_STOP, CANNOT_STOP] }),
    ask('photo', 'Photos', { help: 'One from close up, one from a step back.' }),
    ask('section', 'For our visit'),
    ask('multi_choice', 'When suits you?', { options: TIMES }),
    ask('long_text', 'Anything we should know?', {
      help: 'Parking, pets, a gate code, who will be at home.',
    }),
  ],
})
