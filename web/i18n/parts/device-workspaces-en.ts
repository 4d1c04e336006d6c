/** What is said about several workspaces on one device, in English. */
export const deviceWorkspacesEn = {
  'workspaces.title': 'Workspaces on this device',
  'workspaces.line': '{name} · {unsent}',
  'workspaces.sent': 'everything sent',
  'workspaces.unsent': '{count} unsent',
  'workspaces.open': 'Open now',
  'workspaces.switch': 'Open',
  'workspaces.hint':
    'Each keeps its own register. What is unsent in one is sent from the others as well.',
  'workspaces.join': 'Join another',

  'join.besides':
    'You are in {workspace} on this device. It stays, and you switch between the two under Me.',
  'join.another': 'Join another workspace',
  'join.account': 'Join with {name}',
  'join.accountHint': 'With your work account; your name comes from there.',

  'signOut.offline':
    'The server can’t be reached. You are signed out here at once; the server is told when it can be reached.',
  'signOut.owedTitle': 'Signed out of {workspace}',
  'signOut.owed':
    'The server does not know it yet. It is told by itself as soon as it can be reached.',
} as const;
