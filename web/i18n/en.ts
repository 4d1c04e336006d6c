/** What the first screens say, in English: capture, the register, and the frame around them. */
export const en = {
  'app.skip': 'Skip to content',
  'app.loadFailed': 'This part of the app could not be loaded.',
  'app.loadFailedHint': 'Check the connection and try again. Nothing you kept is affected.',
  'app.tryAgain': 'Try again',
  'app.undo': 'Undo',
  'app.notFound': 'There is nothing at this address',
  'app.notFoundHint': 'The link may be cut off. Everything you kept is in the register.',
  'app.startFailed': 'The app could not open its storage on this device',
  'app.startFailedHint':
    'Close other tabs of this app and reload. In a private window some browsers keep nothing: use a normal window.',
  'app.reload': 'Reload',

  'nav.label': 'Main',
  'nav.capture': 'Capture',
  'nav.register': 'Register',
  'nav.me': 'Me',
  'nav.palette': 'Go to…',

  'capture.title': 'What could be better?',
  'capture.placeholder': 'A few words are enough',
  'capture.keep': 'Keep',
  'capture.keys': '{keys} keeps',
  'capture.blank': 'Write a few words first, then press Keep.',
  'capture.tooLong': {
    one: 'That is {count} character too long. Shorten it, then press Keep again.',
    other: 'That is {count} characters too long. Shorten it, then press Keep again.',
  },
  'capture.similar': 'Already in the register',
  'capture.joinOffer': 'What you keep stays on this device.',
  'capture.join': 'Join a workspace',
  'capture.kept': 'Kept',
  'capture.another': 'Keep another',
  'capture.addDetail': 'Add detail',
  'capture.takenBack': 'Taken back. Your words are in the box again.',
  'capture.alreadySent': 'It has already left this device. Open it to change it.',

  'register.title': 'Register',
  'register.search': 'Search ideas',
  'register.searchHint': 'Number, words, tags',
  'register.count': { one: '{count} idea', other: '{count} ideas' },
  'register.matches': { one: '{count} match', other: '{count} matches' },
  'register.number': 'Number',
  'register.name': 'Title',
  'register.stage': 'Stage',
  'register.owner': 'Owner',
  'register.stored': 'Stored',
  'register.kept': 'Kept',
  'register.nobody': 'Nobody yet',
  'register.untitled': 'Without a title',
  'register.empty': 'Every improvement starts with one sentence',
  'register.emptyHint':
    'Ideas that you and your colleagues keep appear here, each with a number, and stay readable without a network.',
  'register.emptyAction': 'Keep the first idea',
  'register.noMatch': 'Nothing matches “{text}”',
  'register.noMatchHint':
    'Try fewer words. The search looks at numbers, titles, descriptions and tags.',
  'register.clear': 'Clear the search',
  'register.failed': 'The register could not be read',
  'register.failedHint':
    'Nothing is lost: it is still on this device. Reload the page; if that does not help, close other tabs of this app.',
  'register.conflict': 'Two values',
  'register.pending': 'Decision waits',

  'stage.idea': 'Idea',
  'stage.assessing': 'Assessing',
  'stage.approved': 'Approved',
  'stage.planned': 'Planned',
  'stage.inProgress': 'In progress',
  'stage.reviewing': 'Reviewing',
  'stage.closed': 'Closed',
  'stage.onHold': 'On hold',
  'stage.declined': 'Declined',
  'stage.duplicate': 'Duplicate',
  'stage.withdrawn': 'Withdrawn',

  'where.device': 'On this device',
  'where.hub': 'On the hub',
  'where.server': 'On the server',

  'record.back': 'Back to the register',

  'someone.me': 'Me',
  'someone.unknown': 'Someone',
  'someone.former': 'Former member',

  'sync.badge.local': { one: '{count} on this device', other: '{count} on this device' },
  'sync.badge.unsent': { one: '{count} not sent', other: '{count} not sent' },
  'sync.badge.unsentSince': { one: '{count} not sent · {age}', other: '{count} not sent · {age}' },
  'sync.badge.clear': 'All sent',
  'sync.badge.device': 'On this device',
  'sync.badge.offline': 'Offline',
  'sync.badge.syncing': 'Syncing…',
  'sync.badge.attention': 'Sync needs you',
  'sync.badge.label': 'Sync: {state}. Open the sync panel.',
  'sync.evicted': 'This browser cleared the app’s storage',
  'sync.evictedHint':
    'What was on the server comes back by itself. Ideas that had not been sent from here are gone; install the app so that it does not happen again.',
  'sync.evictedRead': 'Understood',

  'update.ready': 'A new version is ready',
  'update.apply': 'Update',
  'update.later': 'Later',
  'update.applying': 'Updating…',

  'storage.quotaExceeded':
    'This device has no room left. Your text is still here: free some space (photos, other apps), then try again.',
  'storage.storageClosed':
    'The storage of this app was closed, perhaps by another tab. Your text is still here: copy it, then reload the page.',
  'storage.storageFailed':
    'This device could not store it. Your text is still here: try again, and copy it if that fails.',
} as const;
