/** Reviews, and how satisfied people are, in English. */
export const reviewsEn = {
  'reviews.title': 'Reviews',
  'reviews.lead': 'What is to be looked at, and whether it brought what was promised.',
  'reviews.whose': 'Whose',
  'reviews.all': 'All',
  'reviews.mine': 'Mine',
  'reviews.empty': 'Nothing to review',
  'reviews.emptyHint':
    'Results in review, showcases of iterations, days of success criteria and of what is on hold appear here when they come up.',
  'reviews.due': 'Due now',
  'reviews.ahead': 'In the next 30 days',
  'reviews.result': 'Confirm the result',
  'reviews.showcase': 'Showcase',
  'reviews.criterion': 'Success criterion',
  'reviews.hold': 'On hold: look at it again',
  'reviews.end': 'Was to be done',
  'reviews.since': 'Since {day}',
  'reviews.withoutLesson': {
    one: '{count} closed record has no lesson yet.',
    other: '{count} closed records have no lesson yet.',
  },
  'reviews.show': 'Show',

  'reviews.asked': 'Asked of you',
  'reviews.pulse': 'Satisfaction',
  'reviews.howSatisfied': 'How satisfied are you with the result?',
  'reviews.howSatisfiedAll':
    'How satisfied are you with what our improvements bring to those we serve?',
  'reviews.ends': '1: not at all · 5: very. Others see what you gave.',
  'reviews.takeBack': 'Take my answer back',
  'reviews.figure': { one: '{mean} of 5 · {count} answer', other: '{mean} of 5 · {count} answers' },
  'reviews.noPulse': 'Whoever had the idea and its stakeholders are asked here.',
  'reviews.sayWhy': 'Say why in the conversation, so that it can get better.',
  'reviews.answered': 'Thank you for your answer',
  'reviews.askedOfMe': {
    one: 'You are asked how satisfied you are.',
    other: '{count} times you are asked how satisfied you are.',
  },
  'reviews.answer': 'Answer',
  'reviews.rounds': 'How satisfied everybody is',
  'reviews.from': 'From {day}',
  'reviews.askEverybody': 'Ask everybody',
  'reviews.askEverybodyHint':
    'How satisfied are people with what improvements bring? The answers are the first figure of the practice.',
  'reviews.never': 'Not asked',
  'reviews.everyMonths': { one: 'Every month', other: 'Every {count} months' },
} as const;
