/** What is learned and said at the end of a demo's records, in English. */
import { englishLessons } from './english-lessons.ts';
import type { OutcomeWords } from './demo-words.ts';

export const englishOutcomeWords: OutcomeWords = {
  lessons: englishLessons,
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
    'You asked the night shift first, and it shows.',
    'Because of you nobody has to look for it any more.',
    'Thank you for counting where others only guessed.',
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
