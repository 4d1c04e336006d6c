/** Lessons: noting them, the library, the report, in English. */
export const lessonsEn = {
  'lessons.title': 'Lessons',
  'lessons.lead': 'What was learned in every improvement, so that nobody has to learn it twice.',
  'lessons.search': 'Words in lessons',
  'lessons.allKinds': 'All',
  'lessons.count': { one: '{count} lesson', other: '{count} lessons' },
  'lessons.more': 'Show more',
  'lessons.newest': 'Read from the newest {count} records. Words and filters find the others.',
  'lessons.empty': 'No lessons yet',
  'lessons.emptyHint':
    'Lessons are noted in a record, under “Did we get there?”, best on the day when something goes otherwise than planned.',
  'lessons.nothing': 'No lesson fits',
  'lessons.nothingHint': 'Use fewer words, or take a filter away.',

  'lessons.new': 'Learned something?',
  'lessons.kind': 'Kind',
  'lessons.planned': 'What was planned?',
  'lessons.plannedHint': 'What did we expect?',
  'lessons.happened': 'What happened?',
  'lessons.happenedHint': 'So that somebody who was not there can see it.',
  'lessons.why': 'Why?',
  'lessons.whyHint':
    'What about the situation made this likely: time, tools, information, room? Not who.',
  'lessons.nextTime': 'What to do next time?',
  'lessons.nextTimeHint': 'A sentence that another team can follow.',
  'lessons.by': 'Noted by',
  'lessons.on': 'On',
  'lessons.note': 'Note the lesson',
  'lessons.noted': 'Lesson noted',
  'lessons.next': 'Next time: {text}',
  'lessons.none':
    'What goes otherwise than planned, better or worse, is worth a note while it is fresh: about the situation, never about who is to blame.',
  'lessons.askedAtEnd': 'No lesson is noted yet. What should the next team know?',
  'lessons.soFar': {
    one: '{count} lesson is noted. What else should the next team know?',
    other: '{count} lessons are noted. What else should the next team know?',
  },

  'lessons.report': 'Lessons report',
  'lessons.reportTitle': 'Lessons report',
  'lessons.of': 'Lessons of {record}',
  'lessons.emptyOf': 'No lesson is noted here',
  'lessons.otherKind': 'Of no kind',
  'lessons.print': 'Print',
  'lessons.markdown': 'Save as Markdown',

  'lessons.fit': { one: '{count} lesson fits', other: '{count} lessons fit' },
} as const;
