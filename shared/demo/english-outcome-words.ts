/** What is learned and said at the end of a demo's records, in English. */
import type { OutcomeWords } from './demo-words.ts';

export const englishOutcomeWords: OutcomeWords = {
  lessons: [
    {
      kind: 'avoid',
      planned: 'Everybody begins on the same Monday.',
      happened: 'Half of the night shift heard of it only on Wednesday.',
      why: 'The notice went out by mail, and nobody reads mail at night.',
      nextTime: 'Tell each shift at its own handover, the night shift first.',
    },
    {
      kind: 'again',
      planned: 'Try it in one place before it goes everywhere.',
      happened: 'The trial took {3-9} days and showed two flaws that were cheap to mend.',
      why: 'The place was small enough to be asked every evening.',
      nextTime: 'Begin in one place, and ask there every evening for the first week.',
    },
    {
      kind: 'surprise',
      planned: 'The new way saves time for those who work with it.',
      happened: 'Visitors noticed it first, and asked less often.',
      why: 'What was unclear to us had been unclear to them all along.',
      nextTime: 'Ask those we serve before the work, too.',
    },
    {
      kind: 'avoid',
      planned: 'The parts come within a week.',
      happened: 'They came after {4-8} weeks, and the work stood still.',
      why: 'They were ordered after the approval, though the delivery time was known before.',
      nextTime: 'Ask for the delivery time with the estimate, and plan from that day on.',
    },
    {
      kind: 'again',
      planned: 'Measure before and after.',
      happened: 'Counting for two weeks beforehand settled a quarrel about whether it helped.',
      why: 'The figures were taken by those who doubted it.',
      nextTime: 'Let the one who doubts count.',
    },
    {
      kind: 'avoid',
      planned: 'One instruction for all sites.',
      happened: 'Two sites worked around it within a month.',
      why: 'Their rooms are laid out otherwise, and nobody had looked.',
      nextTime: 'Walk through every site before anything is written down.',
    },
    {
      kind: 'surprise',
      planned: 'It takes {2-5} people a day.',
      happened: 'Most of the time went into finding out who may decide.',
      why: 'The responsibilities had changed in spring and stood nowhere.',
      nextTime: 'Write down who decides before the first meeting.',
    },
  ],
  iterations: ['In one place for two weeks', 'Everywhere, with what we learned'],
  showcase: [
    'That helps already.',
    'Good, but not yet on weekends.',
    'I see no difference so far.',
  ],
  thanks: [
    'This saves us time every single day.',
    'You listened, and you stayed with it until it worked.',
    'Well done, and well measured.',
  ],
  reasons: {
    achieved: [
      'Measured over {4-10} weeks, and it has lasted since.',
      'The wards say so as well as the figures.',
      'The target is met, on weekends as well.',
      'Those who doubted it took the figures, and they agree.',
    ],
    partlyAchieved: [
      'Better, though not as much as we had hoped.',
      'By day it works; the night shift has little of it so far.',
      'Two of three sites are there, the third one has begun late.',
      'The way is right. What is missing goes into the next round.',
    ],
    notAchieved: [
      'The figures go up and down as before. We looked in the wrong place.',
      'The way was changed, and what we count was not.',
      'It helped for a week, then the old way was back.',
    ],
    worse: [
      'It has become worse since, and we stop it. What we learned is noted.',
      'What was saved in one place is now done twice in another.',
    ],
    notMeasurable: [
      'Too few readings since the change to say anything.',
      'Nobody had counted before it began.',
    ],
  },
  unexpected: {
    good: [
      'New colleagues find their way without being shown',
      'Fewer calls at night',
      'Two neighbouring wards took it over on their own',
      'The supplier now offers it to others, and gave us a discount',
      'The night shift asks for less help from the day shift',
      'Visitors thank us for it',
    ],
    bad: [
      'The porters walk further than before',
      'One more list that has to be kept',
      'Weekends are left out, and nobody had noticed',
      'The lift is busier in the morning',
      'Part-time colleagues hear of changes late',
      'Two desks wait for each other now',
    ],
  },
};
