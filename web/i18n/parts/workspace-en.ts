/** How what a workspace has agreed on is called, in English. */
export const workspaceEn = {
  'workspace.title': 'What the organisation has agreed on',

  'field.vision': 'Vision',
  'field.guidelines': 'Who may propose',
  'field.reviewEveryWeeks': 'Weeks between reviews',
  'field.reviewedOn': 'Last review',
} as const;
