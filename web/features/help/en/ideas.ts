/** Help for what everybody does: keeping ideas and following them. */
import type { HelpTexts } from '../help-text.ts';

export const ideas: Pick<
  HelpTexts,
  'capture' | 'register' | 'record' | 'me' | 'notices' | 'drafts'
> = {
  capture: {
    title: 'Capture',
    purpose: 'Keep an idea the moment you have it. A few words are enough; nothing else is asked.',
    how: [
      'Write or dictate what could be better, and press Keep. The first line becomes the title.',
      'While you write, ideas that say something similar appear below the box. If one is yours too, open it and say “I see this too” instead of keeping a second one.',
      'The receipt shows a local number such as ~7K3FQ2. Once the idea has reached the server it also has a reference such as CI-12. Both numbers find it.',
      'From the receipt you can add detail: six questions, none of which has to be answered.',
      'What you type and do not keep is still in the box when you come back.',
    ],
    offline:
      'Everything works. The idea is safe on this device when the receipt appears, and is sent by itself when there is a network.',
    keys: [
      ['C', 'Opens Capture from anywhere'],
      ['Ctrl or ⌘ + Enter', 'Keeps what is typed'],
    ],
  },
  register: {
    title: 'Register',
    purpose: 'The complete list of improvements, from the first idea to the closed record.',
    how: [
      'Search by number, words or tags, in English and Chinese.',
      'Choose a view, or open Filters for stage, owner, urgency, tags and more. The address says what is shown: copy it to share the list.',
      'Keep filters that you use often as a view of your own.',
      'Select rows to change them all at once: urgency, owner, tags, stage. The change is taken back as one.',
      'At the end of a row stands where the record is: on this device or on the server.',
    ],
    offline:
      'The whole register is on this device. Lists, filters and search work as always; what others do meanwhile appears when the network is back.',
    keys: [
      ['/', 'Search'],
      ['J or ↓, K or ↑', 'Next or previous row'],
      ['Enter', 'Opens the row'],
      ['F', 'Filters'],
      ['X', 'Selects the row'],
    ],
  },
  record: {
    title: 'A record',
    purpose:
      'One improvement as a story of seven questions, from the vision to keeping the momentum.',
    how: [
      'Unfold a question to read or write there. Nothing has to be filled in order.',
      'The stage bar offers the steps that your role allows. A decision is taken by the server: until it has answered, it is shown as waiting.',
      'Several people can write at once. Texts merge letter by letter; when two people set one field differently while apart, both values are shown, and one tap keeps either.',
      'Under “Take action” are tasks and iterations, and the routine of the record: the improvement kata, the OODA loop, or none.',
      'Comment at the end, and write @ and a name to tell somebody. “Show history” says who changed what, and brings an earlier value back.',
      'Undo and redo stand above the title.',
    ],
    offline:
      'You can read and edit as always. Decisions wait on this device, and come back with a reason if somebody else was first.',
    keys: [
      ['Ctrl or ⌘ + Z', 'Undoes your last edit'],
      ['Ctrl or ⌘ + Shift + Z', 'Does it again'],
    ],
  },
  me: {
    title: 'Me',
    purpose: 'What became of your ideas, what waits for you, and how this device behaves.',
    how: [
      'Each of your ideas shows its stage and the last answer.',
      'Tick off your tasks here; they change in their record. Readings and reviews that are due stand below them.',
      'On a phone, the other pages of the workspace are behind the buttons at the top.',
      'Choose language, appearance and single-letter keys for this device.',
      'Add a passkey, see your devices, sign one out, or leave the workspace. What is unsent stays on the device for you.',
    ],
    offline:
      'All of it can be read. Signing out works at once, and the server is told when it is next reached. Invitations and passkeys need the server.',
  },
  notices: {
    title: 'News',
    purpose: 'What concerns you: decisions with their reasons, questions, replies and mentions.',
    how: [
      'Open a line to go to its record; with that it is read.',
      'A number beside News, or beside Me on a phone, says how many are unread.',
      'Each device keeps its own list for 90 days.',
    ],
    offline:
      'The list is on this device. New lines appear when what they tell of has arrived here.',
  },
  drafts: {
    title: 'Drafts',
    purpose:
      'What you wrote and the server could not accept is kept here, with the reason. Nothing is thrown away.',
    how: [
      'Each draft shows what you wanted beside what stands in the record now.',
      'Apply it again, copy the words, keep them as a new idea, or discard the draft.',
      'A decision that was too late stands here with what was decided instead.',
      'Below are edits that have not been sent yet.',
    ],
    offline: 'Drafts can be read, copied and applied again. What you apply is sent later.',
  },
};
