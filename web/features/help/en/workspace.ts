/** Help for what the organisation has agreed on, and who is in it. */
import type { HelpTexts } from '../help-text.ts';

export const workspace: Pick<
  HelpTexts,
  'direction' | 'practice' | 'catalogue' | 'members' | 'join' | 'help'
> = {
  direction: {
    title: 'Direction',
    purpose: 'Where the organisation wants to go: the vision, and the objectives that lead to it.',
    how: [
      'An objective has a measure, a target, an owner and a period, and may serve another objective.',
      'A record names the objectives that it serves, under “What is the vision?”.',
      'Coverage shows objectives with no improvement, and improvements with no objective.',
      'Progress is shown by what was measured, not by how much was done.',
    ],
    offline:
      'It can be read and changed. What two people set differently while apart is shown for a choice.',
  },
  practice: {
    title: 'How we improve',
    purpose:
      'What holds for every improvement here: who may propose, how it is judged, who does what.',
    how: [
      'Everybody reads it; practice owners and coordinators write it.',
      'Start from the seven guiding principles, and make them your own.',
      'Set the rhythm of reviews, and the days within which an idea has its first answer.',
      'The checklist shows whether the practice is lived.',
    ],
    offline: 'It can be read and changed.',
  },
  catalogue: {
    title: 'Catalogue',
    purpose:
      'What can be improved, and who takes part: services, products, practices, teams, suppliers.',
    how: [
      'Records choose their affected items, teams and suppliers from here.',
      'A product with an owner: that person answers the ideas that name it.',
      'What is taken out stays in the records that name it.',
    ],
    offline: 'It can be read and changed.',
  },
  members: {
    title: 'People',
    purpose: 'Who is in the workspace, what they may do, and the links that let others in.',
    how: [
      'Invite by a link or a QR code, for one person or a team, for some days and with chosen roles.',
      'A person may hold several roles; new ones count within seconds.',
      'Say who belongs to which team, and guests to which supplier: they see what is for it.',
      'Make a way back in for somebody who has lost every device.',
      'Whoever is removed keeps nothing of the register on their devices. What they wrote stays, under their name.',
    ],
    offline: 'Names and roles can be read. Changes need the server, and say so.',
  },
  join: {
    title: 'Join',
    purpose: 'Bring this device into a workspace, or back into one.',
    how: [
      'Open the link or scan the code that somebody gave you, and write your name.',
      'If you have been here before, sign in with your passkey or your work account.',
      'Ideas that you kept before joining come along.',
      'A device may be in several workspaces; switch under Me.',
    ],
    offline: 'Joining needs the server. Ideas can be kept without it, and come along later.',
  },
  help: {
    title: 'Help',
    purpose: 'What every page is for and how it works, in the words that the page itself uses.',
    how: [
      'Search by words, or open a page from the list.',
      'The question mark at the top, or at the end of the rail at a desk, opens the help of the page that you are on.',
      'The tour of six steps starts here or under Me. You can leave it and go on later.',
    ],
    offline: 'All of it is on this device.',
    keys: [['?', 'Keys, and the way to the help of this page']],
  },
};
