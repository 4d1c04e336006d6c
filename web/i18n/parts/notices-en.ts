/** What a person is told of, in English. */
export const noticesEn = {
  'notices.title': 'News',
  'notices.count': { one: '{count} unread notice', other: '{count} unread notices' },
  'notices.unread': 'Unread',
  'notices.readAll': 'Mark all as read',
  'notices.allRead': 'All marked as read',
  'notices.more': 'Show older',
  'notices.empty': 'No news yet',
  'notices.emptyHint':
    'When somebody answers your idea, asks you, mentions you or makes you an owner, it appears here. Notices are kept for 90 days on this device.',

  'mention.people': 'People',
  'mention.found': {
    one: '{count} person. Enter names them.',
    other: '{count} people. Arrow keys choose, Enter names them.',
  },
  'mention.watch': 'Tell me how it goes on',

  'notice.acknowledge': '{name} has taken it up',
  'notice.approve': '{name} approved it',
  'notice.decline': '{name} declined it',
  'notice.hold': '{name} put it on hold',
  'notice.resume': '{name} resumed it',
  'notice.markDuplicate': '{name} joined it to another record',
  'notice.unmarkDuplicate': '{name} says it is no duplicate',
  'notice.reopen': '{name} reopened it',
  'notice.withdraw': '{name} withdrew it',
  'notice.escalate': '{name} escalated it to the board',
  'notice.ruleEscalation': '{name} ruled on it: {ruling}',
  'notice.confirmVerdict': '{name} closed it: {verdict}',
  'notice.question': '{name} has a question for you',
  'notice.reply': '{name} wrote',
  'notice.mention': '{name} mentioned you',
  'notice.owner': '{name} made you the owner',
  'notice.share': '{name} shared it with you',
  'notice.ruling': '{name} asks the board to decide',
  'notice.conflict': '{field}: two values were set while apart',
} as const;
