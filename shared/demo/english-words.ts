/** The demo in English: a hospital group with its IT, logistics, buildings and offices. */
import type { DemoWords } from './demo-words.ts';
import { englishCareThemes } from './english-care-themes.ts';
import { englishObjectives } from './english-objectives.ts';
import { englishRoutineWords } from './english-routine-words.ts';
import { englishHouseThemes } from './english-house-themes.ts';
import { englishOutcomeWords } from './english-outcome-words.ts';
import { englishMeasureWords } from './english-measure-words.ts';

export const englishWords: DemoWords = {
  outcome: englishOutcomeWords,
  measured: englishMeasureWords,
  organisation: 'Lindenhof Hospitals (demo)',
  currency: 'EUR',
  people: [
    { name: 'Ada Brook', roles: ['coordinator', 'admin'] },
    { name: 'Jonas Weber', roles: ['approver'] },
    { name: 'Priya Nair', roles: ['assessor'] },
    { name: 'Li Wei', roles: ['contributor'] },
    { name: 'Amara Okafor', roles: ['coordinator'] },
    { name: 'Mateo Silva', roles: ['assessor'] },
    { name: 'Fatima Haddad', roles: ['assessor'] },
    { name: 'Elena Petrova', roles: ['approver'] },
    { name: 'Tomasz Kowalski', roles: ['contributor'] },
    { name: 'Yuki Tanaka', roles: ['contributor'] },
    { name: 'Grace Mbeki', roles: ['contributor'] },
    { name: 'Noah Fischer', roles: ['contributor'] },
    { name: 'Sofia Rossi', roles: ['contributor'] },
    { name: 'Hassan Yılmaz', roles: ['contributor'] },
    { name: 'Ingrid Larsen', roles: ['practiceOwner', 'contributor'] },
    { name: 'Samuel Adeyemi', roles: ['contributor'] },
  ],
  sites: ['Main campus', 'North campus', 'Riverside clinic'],
  title: (thing, place, trouble) => `${thing} ${place} ${trouble}`,
  space: ' ',
  themes: [...englishCareThemes, ...englishHouseThemes],
  effects: [
    'It costs each of us about {10-40} minutes a day, and people start to work around it.',
    'Last month this was behind {6-19} of the {40-70} complaints that we counted.',
    'Nobody notices until somebody calls, and then three people look for the cause.',
    'We wrote it down for two weeks: the usual wait is {5-30} hours, the longest was {3-9} days.',
    'It looks small, but it happens about {20-90} times a week.',
    'The people who suffer from it are not the ones who could change it.',
    'In the night shift there is nobody to ask, so it waits until the morning.',
    'Two colleagues have stopped to report it because nothing came of it.',
    'Since the move in spring it has become worse.',
    'For patients it means to wait another {10-50} minutes.',
  ],
  measures: [
    'Cases a week',
    'Minutes of waiting',
    'Complaints a month',
    'Hours of work a week',
    'Share done at once, per cent',
  ],
  acknowledged: [
    'Thank you. We look at it on Thursday.',
    'Thank you, read. You hear from us within two weeks.',
    'Good point; others have told us of it too.',
    'Thank you for the figures. They help.',
  ],
  questions: [
    'How often does it happen in a usual week?',
    'Is it the same at the other sites?',
    'Who would have to agree besides you?',
    'Since when have you seen this?',
    'Could you say what it would look like when it is solved?',
  ],
  answers: [
    'About {8-40} times, mostly on Mondays.',
    'I asked at the north campus: yes, the same there.',
    'The ward manager agrees; I have talked to her.',
    'Since about {3-9} months, a little longer in the old building.',
    'When nobody has to call us for it any more.',
  ],
  remarks: [
    'We have this too, on the floor above.',
    'There was a trial of this {2-5} years ago; I look for the report.',
    'Please keep the weekend in mind: there are only two of us.',
    'I would help to try it.',
    'The supplier has changed it elsewhere without a charge.',
    'It would be worth it for the night shift alone.',
    'I think that the cause is further up: the order comes too late.',
    'Then we should measure it before we begin.',
  ],
  begun: [
    'The parts have come. We begin today.',
    'We begin on ward {1-9}; whoever wants to see it is welcome at two.',
    'Everybody on the shift knows of it. First step done.',
  ],
  progress: [
    'The first week is done: {10-40} per cent less, and nobody complained.',
    'It takes longer than we thought, because the plan of the building was old.',
    'The colleagues on the ward like it; two small changes are asked for.',
    'Half of it is done.',
  ],
  approved: [
    'Worth it. Begin with one ward.',
    'Agreed, within the amount that is asked for.',
    'Yes. Report after {4-10} weeks.',
    'Small and useful: go ahead.',
  ],
  declined: [
    'The new system, which comes in autumn, does it. We take your figures along.',
    'It costs more than it brings: about {30-90} hours a year against a new contract.',
    'The law asks for the second signature; we have made sure of it.',
    'The building is given up next year.',
    'The other way, with one list for all, was tried and has worked; please use it too.',
    'It concerns one person’s way to work; please talk to your manager.',
  ],
  held: [
    'Waits for the budget of next year.',
    'Waits until the new supplier has begun.',
    'The one person who can do it is away until then.',
    'First the move of the laboratory.',
  ],
  withdrawn: [
    'It has solved itself since the exchange.',
    'I have found another way.',
    'It was a misunderstanding; the form can do it.',
  ],
  escalated: [
    'The scores are far apart: for the wards it is urgent, for IT it is not.',
    'Two departments would have to pay, and neither will.',
    'I can’t agree with the low score: it is about the safety of patients.',
  ],
  ruled: [
    'The board has heard both sides. Safety comes first.',
    'The costs are shared by halves.',
    'Decided for this site; the others look at the result first.',
  ],
  blocked: ['Waits for the supplier', 'No answer from data protection', 'Parts are missing'],
  canvas: {
    segments: [
      'Nurses of all shifts, about {40-140} people',
      'Patients who come for the first time',
      'Porters and drivers',
      'The teams of {3-9} wards',
    ],
    value: [
      '{10-40} minutes a day for each of them',
      'One call less for every case',
      'Nobody has to look for it any more',
    ],
    advantage: [
      'We have the figures of two wards that do it already',
      'It needs no new contract',
      'The people who asked for it would also do it',
    ],
    channels: [
      'The morning round and the ward’s page',
      'A short film and two sessions',
      'A letter with the next pay slip',
    ],
    costs: [
      'About {5-30} days of our own work, and material',
      'One purchase, and a little upkeep',
      'Training of {20-80} people, half an hour each',
    ],
    benefits: [
      'About {100-900} hours a year',
      'Fewer complaints, and fewer extra trips',
      'Less waste: about {2-9} thousand euros a year',
    ],
  },
  valueForUs: [
    'The team gets back about {2-9} hours a week.',
    'Less waste and fewer extra trips.',
    'New colleagues can do it in their first week.',
  ],
  valueForThem: [
    'Patients are with their doctor {5-15} minutes earlier.',
    'Wards get what they need before the round begins.',
    'Whoever asked knows when it will be done.',
  ],
  costOfNotActing: [
    'About {200-900} hours a year go on being lost.',
    'The next audit will ask for it.',
    'It breaks for good some day, most likely in winter.',
  ],
  options: [
    'Do nothing',
    'Change the rule only',
    'Try it on one ward',
    'Do it at all sites at once',
  ],
  figures: {
    purchase: 'Purchase',
    work: 'Our own work',
    upkeep: 'Upkeep',
    time: 'Time given back',
    waste: 'Less waste',
  },
  milestones: ['Trial has begun', 'Trial is evaluated', 'In use at all sites'],
  criteria: [
    'At least {20-50} per cent fewer cases',
    'Nobody waits longer than {10-30} minutes',
    'Four of five colleagues would keep it',
  ],
  offers: ['Two days of advice without a charge', 'Figures of {3-8} other hospitals'],
  objectives: englishObjectives,
  vision:
    'Whoever works here can make their work better, and sees what comes of it: for patients first, for colleagues as well, with care for what it costs.',
  guidelines:
    'Everybody may propose, also on behalf of a patient. Say what happens and how often; a solution may come later. You get an answer within two weeks, and a reason where we say no. Small things are tried at once, on one ward.',
  principles: [
    'Start where you are',
    'Focus on value',
    'Try it small, measure, then spread it',
    'Keep it simple and practical',
  ],
  adoption: [
    'Every ward knows who its coordinator is',
    'The board looks at the register every month',
    'Ideas are answered within two weeks',
    'Results are told where the idea came from',
  ],
  routines: englishRoutineWords,
};
