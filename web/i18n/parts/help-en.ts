/** Help and the tour, in English; what help says of each page stands in features/help. */
export const helpEn = {
  'help.title': 'Help',
  'help.titleOf': 'Help: {page}',
  'help.lead': 'What every page is for, how it works, and what happens without a network.',
  'help.search': 'Words in help',
  'help.found': { one: '{count} page', other: '{count} pages' },
  'help.none': 'Nothing is said of “{text}”',
  'help.noneHint': 'Use fewer words, or look through the pages.',
  'help.how': 'How it works',
  'help.offline': 'Without a network',
  'help.open': 'Open the page',
  'help.all': 'All help',
  'help.thisPage': 'Help for this page',
  'help.group.ideas': 'Keep and follow',
  'help.group.deciding': 'Judge and decide',
  'help.group.doing': 'Do and measure',
  'help.group.learning': 'Look back',
  'help.group.workspace': 'Workspace',

  'tour.title': 'Tour',
  'tour.offer': 'New here?',
  'tour.hint': {
    one: '{count} short step through the app. Leave it whenever you like.',
    other: '{count} short steps through the app. Leave it whenever you like.',
  },
  'tour.start': 'Take the tour',
  'tour.decline': 'No, thanks',
  'tour.left': 'You left it at step {number} of {total}.',
  'tour.continue': 'Go on with the tour',
  'tour.step': '{number} of {total}: {name}',
  'tour.show': 'Show me',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.end': 'Done',
  'tour.later': 'Leave the tour for later',
  'tour.name.keep': 'Keep an idea',
  'tour.name.answer': 'Hear what becomes of it',
  'tour.name.register': 'Find and follow',
  'tour.name.record': 'One record, seven questions',
  'tour.name.together': 'Decide and do together',
  'tour.name.offline': 'Always know where it is',
  'tour.text.keep':
    'Write what could be better, and keep it. It is safe on this device at once, with or without a network.',
  'tour.text.answer':
    'Under Me stands what became of your ideas, and what waits for you. Nobody is left without an answer.',
  'tour.text.register':
    'All improvements stand in the register. Search, filter, and keep the lists that you use.',
  'tour.text.record':
    'Open a record: it reads as a story from the vision to keeping the momentum. Unfold what you want to read or write.',
  'tour.text.together':
    'The board shows all records by stage. What you may move or decide follows from your role.',
  'tour.text.offline':
    'A badge says what is not on the server yet. The question mark beside it explains each page.',
} as const;
