/** Help for judging ideas: first answers, cases, ranking, decisions. */
import type { HelpTexts } from '../help-text.ts';

export const deciding: Pick<
  HelpTexts,
  'triage' | 'business-case' | 'prioritise' | 'scoring' | 'decisions'
> = {
  triage: {
    title: 'Triage',
    purpose: 'Ideas that wait for a first answer. Nobody is left without one.',
    how: [
      'Look at one idea at a time, or at all of them as a list.',
      'Accept it, ask its author back, decline it with a reason, mark it as a duplicate of another record, or route it to somebody.',
      'Choose several in the list to answer them together with the same words.',
      'The longest waiting come first. What waits longer than the organisation has promised is marked as late.',
    ],
    offline:
      'Answers are kept on this device and sent later. Each idea shows that its answer is on its way.',
    keys: [['1 to 5', 'Accept, ask back, decline, duplicate, route']],
  },
  'business-case': {
    title: 'Business case',
    purpose: 'Why a record is worth its cost, on one page, as deep as its size needs.',
    how: [
      'Fill the cells of the canvas together; everybody writes at once.',
      'Write costs and benefits, once or monthly, as a figure or as a range. Return and payback follow, and open to their arithmetic.',
      'Add options, success criteria, value that money does not show, and the funding that is asked for.',
      'A pilot is a smaller record of its own, linked to this one.',
      'Print the canvas on one A4 sheet.',
    ],
    offline: 'All of it can be written and printed.',
  },
  prioritise: {
    title: 'Prioritise',
    purpose: 'The backlog in its order, and why each record stands where it stands.',
    how: [
      'Each rank opens to its arithmetic. Contested records are marked.',
      'Matrix shows value against effort: drag a card, or tap it and then a cell.',
      'Methods shows the places that WSJF, RICE, ICE and others would give, and how far they are apart.',
      'Records are scored on their own pages, by each assessor alone.',
    ],
    offline: 'Ranks are computed on this device, from the scores that have arrived here.',
    keys: [['Arrow keys', 'Move the card that is picked in the matrix']],
  },
  scoring: {
    title: 'Scoring model',
    purpose: 'The criteria, scales and weights by which all ideas are judged, the same for all.',
    how: [
      'Everybody reads it; coordinators change it.',
      'A change reorders all open records at once. History keeps who changed what.',
      'A criterion that is taken out is no longer asked; its scores are kept.',
      'Set from which spread on a record counts as contested.',
    ],
    offline: 'It can be read and changed. The ranks on this device follow at once.',
  },
  decisions: {
    title: 'Decisions',
    purpose: 'What waits for an approval, a ruling of the board or a verdict.',
    how: [
      'Each card shows the case on one page: figures, target, scores, and what has changed since an earlier approval.',
      'Approve, decline with a reason, or ask back.',
      'What is approved is frozen. If target, cost or scope change later, the record says so and asks again.',
      'Start a meeting to go through the list one by one.',
      'Coordinators set who has to approve, by size, amount and route.',
    ],
    offline:
      'You can decide. The decision waits in sight until the server has it; if somebody else was first, yours comes back with the reason.',
  },
};
