/** What stands on every page of what a workspace has agreed on, in English. */
export const workspaceEn = {
  'workspace.title': 'What the organisation has agreed on',
  'workspace.local': 'This belongs to a workspace',
  'workspace.localHint':
    'Join one to read what the organisation has agreed on. Your own ideas work without.',
  'workspace.guest': 'This is for members',
  'workspace.guestHint': 'Ask an administrator if you should see it.',
  'workspace.failed': 'This could not be opened',
  'workspace.failedHint': 'This device’s storage does not answer. Load the page again.',
  'workspace.refused': 'The server did not accept a change made here. It is kept in your drafts.',
  'workspace.conflict': '{field}: two values were set while apart',
  'workspace.history': 'History of these settings',
  'field.vision': 'Vision',
  'field.guidelines': 'Who may propose',
  'field.reviewEveryWeeks': 'Weeks between reviews',
  'field.reviewedOn': 'Last review',
  'field.answerWithinDays': 'Working days to a first answer',
  'field.horizonMonths': 'Months that a business case is counted over',
  'field.growthPercent': 'Percent by which an approved amount may grow',
  'workspace.wholeNumber': 'Write a whole number from {from} to {to}.',
} as const;
