/** Help for the work itself: the board, routines, measures. */
import type { HelpTexts } from '../help-text.ts';

export const doing: Pick<HelpTexts, 'board' | 'kata' | 'ooda' | 'measures'> = {
  board: {
    title: 'Board',
    purpose: 'All records by stage, with the age of each and the limits of work in progress.',
    how: [
      'Drag a card to another column, or use the keys. Only steps that your role allows are offered.',
      'A column over its limit says so. A soft limit warns; a firm one takes a reason, which the record keeps.',
      'The same filters as in the register apply. Limits count all records, whatever is filtered.',
      'Coordinators set the limits.',
    ],
    offline:
      'Cards move at once on this device. Where people move cards apart, a column can come to stand over its limit, and then says so.',
    keys: [
      ['Arrow keys', 'Go from card to card'],
      ['Shift + ← or →', 'Moves the card to the next column'],
      ['M', 'Asks where to move it'],
    ],
  },
  kata: {
    title: 'Kata storyboard',
    purpose:
      'For a goal to which nobody knows the way yet: a target condition, one obstacle at a time, small experiments.',
    how: [
      'Choose the kata under “Take action” of a record, then open its storyboard.',
      'Write focus process, challenge, target condition with its day, and current condition. Park every obstacle, and mark the one that is addressed now.',
      'An experiment says what you expect before the step, and what happened and what you learned after it.',
      'A coaching card asks five questions, one after another. From the second cycle on it looks back at the last step. It knows already what the storyboard says.',
      'When a card is kept, its next step becomes an experiment, and results of the last step are filled in where the storyboard had none.',
      'Coaches fill cards on any record they see; the filter “Follows the kata” of the register finds them. Print the storyboard on one A4 sheet.',
    ],
    offline:
      'Storyboard and cards work fully. A card that was begun on one device can be finished on another once both have been in touch with the server.',
  },
  ooda: {
    title: 'OODA log',
    purpose:
      'For what changes within hours: observe, orient, decide, act, with the time of each turn.',
    how: [
      'Choose the OODA loop under “Take action” of a record, then open its log.',
      'Start a turn when you begin to observe. Write a few words for each phase; the one at hand is marked.',
      'End the turn, or end it and start the next with one tap.',
      'The log shows the time of each turn, the last one and their median.',
      'A turn left running by mistake can be ended or removed in the log.',
    ],
    offline:
      'The clock counts from the start that the record keeps: it runs on while the app is closed.',
  },
  measures: {
    title: 'Measures',
    purpose:
      'What shows whether improvements work: figures and scales of the workspace, each with its readings. One measure can serve several records.',
    how: [
      'A measure has a name, a unit, the direction that is better, how it is taken, how often and by whom.',
      'Add a reading by hand, or paste a table of date and value. Rows that can’t be read are named with the reason; the others can be taken.',
      'The chart shows the natural limits of the process and marks signals, in words too. Below 13 readings the limits are provisional.',
      'The baseline period is chosen by a person and never moves by itself. Mark what was changed, and when.',
      'A reading is never overwritten: a correction stands in its place, and the history keeps both.',
      'Readings that are due are shown first, and reminded of under News.',
    ],
    offline: 'Readings are kept on this device and sent later. Charts are computed here.',
  },
};
