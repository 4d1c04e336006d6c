/** Help for looking back: reviews, lessons, thanks, figures. */
import type { HelpTexts } from '../help-text.ts';

export const learning: Pick<HelpTexts, 'reviews' | 'lessons' | 'celebrate' | 'insights'> = {
  reviews: {
    title: 'Reviews',
    purpose:
      'What has to be looked at together: results, showcases that were not held, criteria, and what was put on hold until a day.',
    how: [
      'Open a line to go to what is reviewed in its record.',
      'In the showcase of an iteration each stakeholder says whether the value is there: yes, partly or no.',
      'Answer the question on satisfaction, from 1 to 5, for yourself. Others see what you gave.',
      'How often everybody is asked is agreed on the Practice page.',
    ],
    offline: 'The list is made on this device. Answers are kept here and sent later.',
  },
  lessons: {
    title: 'Lessons',
    purpose: 'What was learned in every improvement, so that nobody has to learn it twice.',
    how: [
      'Note lessons in their record, under “Did we get there?”, best on the day when something goes otherwise than planned.',
      'Write what was planned, what happened, why, and what to do next time: about the situation, never about who is to blame.',
      'Search the library by words, and filter it by kind, affected item, tag and team.',
      'Lessons that fit are offered where a similar idea is kept or planned.',
      'Print the report, or save it as Markdown.',
    ],
    offline: 'Noting, searching and the report work on this device.',
  },
  celebrate: {
    title: 'Celebrate',
    purpose: 'Improvements that reached what they were for, with thanks to all who took part.',
    how: [
      'Each shows what was before and what is now, and everybody from the idea to the lesson.',
      'Say thanks; those who are thanked hear of it.',
      'Print one for the wall.',
    ],
    offline: 'The list is on this device. Thanks are sent later.',
  },
  insights: {
    title: 'Insights',
    purpose: 'How the practice of improving is doing: its figures, and how work flows.',
    how: [
      'Each figure opens to its definition, its formula and the records behind it.',
      'Choose a period, an affected item, a team or a source. The address keeps the choice: copy it to share what you see.',
      'A figure that is not defined says why, for example when nothing was closed in the period.',
      'Every chart can be read as a table.',
      'Participation is shown by team, never as a ranking of people.',
    ],
    offline: 'Figures are computed on this device from the records that are here.',
  },
};
