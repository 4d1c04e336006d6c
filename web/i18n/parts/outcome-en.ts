/** What a record's lists and history say of how it came out, in English. */
export const outcomeEn = {
  'field.lessons': 'Lessons',
  'field.pulseEveryMonths': 'Months between questions to everybody',
  'item.happened': 'what happened',
  'item.nextTime': 'next time',
  'item.on': 'on',
  'item.planned': 'what was planned',
  'item.why': 'why',
  'choice.again': 'Do again',
  'choice.avoid': 'Avoid',
  'choice.surprise': 'Surprise',

  'history.pulsed': '{who} said how satisfied they are',
  'history.unpulsed': '{who} took an answer back',
  'drafts.pulse': 'How satisfied',
  'notice.thanks': '{name} thanked you',
  'notice.pulse': 'How satisfied are you with the result?',

  'find.mark.lessons': 'With lessons',
  'find.mark.withoutLesson': 'Closed without a lesson',
  'find.mark.success': 'Closed with success',
  'find.mark.review': 'To be reviewed',
} as const;
