/** What the story of a record says, in English. */
export const storyEn = {
  'story.index': 'Questions of this record',
  'story.question.1': 'What is the vision?',
  'story.question.2': 'Where are we now?',
  'story.question.3': 'Where do we want to be?',
  'story.question.4': 'How do we get there?',
  'story.question.5': 'Take action',
  'story.question.6': 'Did we get there?',
  'story.question.7': 'How do we keep the momentum going?',
  'story.nothing': 'Nothing yet',
  'story.prompts': '{count} of {total} prompts',
  'story.plan': 'Plan',
  'story.currentHint': 'What is it like today: how often, how long, how much?',
  'story.noOwner': 'No owner yet',
  'story.owner': 'Owner: {name}',
  'story.due': 'Due {day}',
  'story.priority': 'Priority {score}',
} as const;
