/** What the screens say on which people sign in and out, in English. */
export const signInEn = {
  'signIn.title': 'Sign in',
  'signIn.lead':
    'You can keep ideas without signing in; they stay on this device. Signed in, they go to your workspace under your name.',
  'signIn.passkey': 'Use a passkey',
  'signIn.passkeyHint': 'If you have added one on another device.',
  'signIn.account': 'Sign in with {name}',
  'signIn.link': 'I have a link',
  'signIn.waysUnknown':
    'The server can’t be reached right now, so only a link can be prepared here.',
  'signIn.capture': 'Keep an idea without signing in',
  'signIn.cancelled': 'No passkey was chosen. Try again, or use a link.',
  'signIn.busy': 'Signing in…',
  'signIn.accountRefused': 'Nobody signed in there. Try again, or use another way.',
  'signIn.otherWay': 'Sign in another way',

  'account.title': 'Work account',
  'account.hint': 'Sign in with {name} on your next device.',
  'account.link': 'Link my work account',
  'account.linked': 'Work account linked',

  'passkey.title': 'Passkeys',
  'passkey.hint':
    'A passkey lets you sign in on a new device with your face, finger or screen lock.',
  'passkey.add': 'Add a passkey',
  'passkey.added': 'Passkey added',
  'passkey.notAdded': 'No passkey was added. You can try again at any time.',
  'passkey.none': 'This address can have no passkeys: they need https and a domain name.',
  'passkey.unnamed': 'Passkey',
  'passkey.created': 'Added {when}',
  'passkey.used': 'Last used {when}',
  'passkey.remove': 'Remove {name}',
  'passkey.removed': 'Passkey removed',
  'passkey.offer': 'Sign in without a link next time?',
  'passkey.later': 'Later',

  'device.name': 'Name of this device',
  'device.rename': 'Save name',
  'device.renamed': 'Name saved',

  'signOut.title': 'Sign out',
  'signOut.hint': 'Removes the register from this device. What is unsent is kept.',
  'signOut.sent':
    'Everything is on the server. The copy of the register on this device will be removed.',
  'signOut.unsent': {
    one: '{count} edit has not reached the server. It stays on this device until you sign in again. Export it if you want to be sure.',
    other:
      '{count} edits have not reached the server. They stay on this device until you sign in again. Export them if you want to be sure.',
  },
  'signOut.export': 'Export unsent',
  'signOut.action': 'Sign out',
  'signOut.busy': 'Signing out…',

  'left.title': 'Unsent work of {name}',
  'left.text': {
    one: '{count} edit for {workspace} is kept on this device. It goes on when {name} signs in again.',
    other:
      '{count} edits for {workspace} are kept on this device. They go on when {name} signs in again.',
  },
  'left.export': 'Export',
  'left.delete': 'Delete',
  'left.deleteSure': 'Delete for good',
  'left.who': 'Who is signing in?',
  'left.same': 'I am {name}',
  'left.other': 'I am someone else',
  'left.otherHint': 'Their work stays on this device, apart from yours.',
} as const;
