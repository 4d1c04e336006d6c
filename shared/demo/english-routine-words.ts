/** Routines of the demo in English. */
import type { RoutineWords } from './routine-words.ts';

export const englishRoutineWords: RoutineWords = {
  process: (item) => `${item}: from the first call to the finished work`,
  challenges: [
    'Whoever asks has it on the same day and never asks twice.',
    'No shift leaves a question to the next that it could have answered.',
    'Nobody walks for what could come to them.',
  ],
  targets: [
    'Nine of ten cases are done within {20-40} minutes, by one person.',
    'At most {2-5} cases a week come back.',
    'Every case has one owner from the first minute on.',
  ],
  currents: [
    'The median is {50-90} minutes; every third case comes back once.',
    '{9-20} cases came back last week; in half of them a line was missing.',
    'Three people touch each case, and two of them do not know of each other.',
  ],
  obstacles: [
    'The second signature',
    'Nobody sees what is waiting',
    'The form asks for what is known already',
    'The only key is with two people',
    'Material lies in another building',
  ],
  steps: [
    {
      title: 'Put all that waits on one board for a week',
      metric: 'Minutes from call to result',
      expected: 'A quarter less, because nothing is forgotten',
      happened: '{5-12} per cent less; Mondays were as slow as before',
      learned: 'Forgetting was a small part. Most of the time goes into walking.',
    },
    {
      title: 'Bring the material to the ward in the morning',
      metric: 'Walks a shift',
      expected: 'Half the walks',
      happened: '{40-60} per cent fewer, but the box was empty by noon',
      learned: 'It works as long as somebody fills the box. Who does that is not agreed.',
    },
    {
      title: 'The late shift fills the box, with a card in it',
      metric: 'Empty boxes a week',
      expected: 'No empty box',
      happened: '{1-2} empty boxes, both at the weekend',
      learned: 'At the weekend another team has the key.',
    },
    {
      title: 'A second key for the weekend team',
      metric: 'Empty boxes a week',
      expected: 'No empty box, and nobody is called for the key',
      happened: 'None for two weeks',
      learned: 'Small things first: this one cost a key.',
    },
  ],
  actuals: [
    'Median of last week: {35-60} minutes, counted on the board.',
    '{3-9} cases came back since Monday.',
    'We went and looked: the box was half full at two o’clock.',
  ],
  turns: [
    {
      observe: '{20-45} people wait, two desks are open.',
      orient: 'The early bus came with the late one; it will be over in half an hour.',
      decide: 'Open a third desk until the queue is below ten.',
      act: 'Third desk open, the ward was told.',
    },
    {
      observe: 'The lift is out; {4-8} beds wait below.',
      orient: 'The technician needs an hour. The goods lift works.',
      decide: 'Beds by the goods lift, laundry waits.',
      act: 'Two porters at the goods lift, a sign on the other one.',
    },
    {
      observe: 'The queue is below ten again; one desk stands empty.',
      orient: 'The next bus comes in forty minutes.',
      decide: 'Close the third desk, keep its screen on.',
      act: 'Closed at a quarter past.',
    },
  ],
};
