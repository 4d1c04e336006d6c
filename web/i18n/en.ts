/** Everything the product says, in English; every other language has exactly these keys. */
export const en = {
  'app.skip': 'Skip to content',
  'app.loadFailed': 'This part of the app could not be loaded.',
  'app.loadFailedHint': 'Check the connection and try again. Nothing you kept is affected.',
  'app.tryAgain': 'Try again',
  'app.close': 'Close',
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

  'level.high': 'High',
  'level.medium': 'Medium',
  'level.low': 'Low',
  'level.none': 'Not set',

  'where.device': 'On this device',
  'where.hub': 'On the hub',
  'where.server': 'On the server',

  'field.title': 'Title',
  'field.stage': 'Stage',
  'field.owner': 'Owner',
  'field.urgency': 'Urgency',
  'field.cost': 'Cost',
  'field.tags': 'Tags',
  'field.affectedItems': 'Affected items',
  'field.description': 'Description',
  'field.valueForProvider': 'Value for us',
  'field.valueForConsumer': 'Value for those we serve',

  'record.back': 'Back to the register',
  'record.kept': 'Kept {when}',
  'record.keptBy': 'Kept {when} by {name}',
  'record.details': 'Details',
  'record.descriptionHint': 'What happens today, where, and to whom?',
  'record.providerHint': 'What gets better for us: time, money, risk, pride?',
  'record.consumerHint': 'What gets better for those who use the service?',
  'record.ownerNobody': 'Nobody yet',
  'record.ownerMe': 'Me',
  'record.ownerMeNamed': '{name} (me)',
  'record.ownerUnknown': 'Someone not listed here',
  'record.clearField': 'Clear {field}',
  'record.addTag': 'Add a tag',
  'record.addItem': 'Add a service, product or practice',
  'record.removeEntry': 'Remove {entry}',
  'record.entryTooLong': 'At most {count} characters.',
  'record.entriesFull': 'At most {count} entries.',
  'record.titleBlank': 'A title needs at least one word. The former one is back.',
  'record.support': 'I see this too',
  'record.supporters': { one: '{count} person sees this', other: '{count} people see this' },
  'record.undo': 'Undo',
  'record.redo': 'Redo',
  'record.copyLink': 'Copy link',
  'record.linkCopied': 'Link copied',
  'record.saving': 'Saving…',
  'record.here': { one: '{names} is here now', other: '{names} are here now' },
  'record.conflict': 'Two values were set while apart',
  'record.conflictBy': '{name}, {when}',
  'record.conflictChoose': 'Keep this',
  'record.conflictKeep': 'Keep {value}',
  'record.missing': 'This record is not on this device yet',
  'record.missingJoined':
    'It will appear here by itself when it has been synced. If it never does, the link may be wrong.',
  'record.missingLocal': 'It may belong to a workspace. Join it with an invitation link to see it.',
  'record.failed': 'This record could not be opened',
  'record.failedHint':
    'Nothing is lost. Reload the page; if that does not help, open the register.',
  'record.refused':
    'The server did not accept an edit made here. The edit is kept in your drafts and comes with “Export unsent”.',
  'record.openSync': 'Open sync',

  'someone.me': 'Me',
  'someone.unknown': 'Someone',

  'me.title': 'Me',
  'me.role.member': 'Member',
  'me.role.admin': 'Administrator',
  'me.workspace': '{role} of {workspace}',
  'me.local': 'Not joined yet',
  'me.localHint':
    'Ideas you keep stay on this device only. With an invitation link they go to your workspace, under your name.',
  'me.join': 'Join a workspace',
  'me.ideas': 'My submissions',
  'me.ideasEmpty': 'Ideas you keep are listed here, with their stage and answer.',
  'me.ideasMore': 'Show more',
  'me.device': 'This device',
  'me.language': 'Language',
  'me.theme': 'Appearance',
  'me.theme.system': 'System',
  'me.theme.light': 'Light',
  'me.theme.dark': 'Dark',
  'me.keys': 'Keyboard',
  'me.keysShow': 'Show the keys',
  'me.invite': 'Invite',

  'invite.for.member': 'New member',
  'invite.for.admin': 'New administrator',
  'invite.for.ownDevice': 'My other device',
  'invite.hint.member': 'They see the register and can keep, edit and support ideas.',
  'invite.hint.admin': 'They can do what members can, and invite others.',
  'invite.hint.ownDevice': 'Open the link there, and that device works under your name.',
  'invite.link': 'Invitation link',
  'invite.scan': 'Scan it with the phone’s camera, or send the link.',
  'invite.qr': 'QR code of the invitation link',
  'invite.expires': 'Works once, until {when}',
  'invite.copy': 'Copy link',
  'invite.copied': 'Link copied',
  'invite.share': 'Share…',

  'join.title': 'Join a workspace',
  'join.titleDevice': 'Add this device',
  'join.lead': 'With an invitation link your ideas get a number, an answer and company.',
  'join.leadDevice': 'This device will work under your name. Nothing else to fill in.',
  'join.name': 'Your name',
  'join.nameHint': 'As your colleagues know you. They see it beside your ideas.',
  'join.nameInvalid': {
    one: 'Write your name, at most {count} character.',
    other: 'Write your name, at most {count} characters.',
  },
  'join.link': 'Invitation link',
  'join.linkHint': 'Paste the link that you were given.',
  'join.linkInvalid': 'This is not an invitation link. It contains “#join=”: paste it whole.',
  'join.takesAlong': {
    one: '{count} idea kept on this device comes along, under your name.',
    other: '{count} ideas kept on this device come along, under your name.',
  },
  'join.continue': 'Continue',
  'join.action': 'Join',
  'join.actionDevice': 'Add this device',
  'join.storageFailed':
    'It could not be stored right now. Nothing you kept is lost: try again in a moment.',
  'join.busy': 'Joining…',
  'join.already': 'This device has already joined {workspace}',
  'join.done': 'Welcome to {workspace}',

  'sync.title': 'Sync',
  'sync.state.local': 'Everything is on this device',
  'sync.state.localHint': 'You have not joined a workspace, so nothing is sent.',
  'sync.state.syncing': 'Syncing',
  'sync.state.syncingHint': 'Edits are going to the server. You can keep working.',
  'sync.state.upToDate': 'Everything is on the server',
  'sync.state.upToDateHint': 'Nothing is waiting on this device.',
  'sync.state.offline': 'No connection to the server',
  'sync.state.offlineHint':
    'Keep working. What is unsent waits on this device and is sent by itself.',
  'sync.state.signInNeeded': 'This device must join again',
  'sync.state.signInNeededHint':
    'The server no longer knows this device. Ask for an invitation link; nothing unsent is lost.',
  'sync.state.upgradeNeeded': 'A newer version is needed',
  'sync.state.upgradeNeededHint':
    'Update the app to go on syncing. What is unsent waits on this device.',
  'sync.state.serverFull': 'The server can’t store right now',
  'sync.state.serverFullHint':
    'Nothing is lost: it is tried again by itself. Tell whoever looks after the server.',
  'sync.stuck': 'Edits have been waiting for unusually long',
  'sync.stuckHint': 'Press “Sync now”. If that does not help, export what is unsent and report it.',
  'sync.badge.local': { one: '{count} on this device', other: '{count} on this device' },
  'sync.badge.unsent': { one: '{count} not sent', other: '{count} not sent' },
  'sync.badge.unsentSince': { one: '{count} not sent · {age}', other: '{count} not sent · {age}' },
  'sync.badge.clear': 'All sent',
  'sync.badge.device': 'On this device',
  'sync.badge.offline': 'Offline',
  'sync.badge.syncing': 'Syncing…',
  'sync.badge.attention': 'Sync needs you',
  'sync.badge.label': 'Sync: {state}. Open the sync panel.',
  'sync.unsent': 'Unsent edits',
  'sync.unsentSince': '{count}, the oldest from {when}',
  'sync.none': 'None',
  'sync.lastSynced': 'Last synced',
  'sync.never': 'Not yet',
  'sync.progress': 'First sync',
  'sync.progressOf': '{have} of {total}',
  'sync.drafts': 'Drafts',
  'sync.draftsHint': {
    one: '{count} edit that the server did not accept is kept here.',
    other: '{count} edits that the server did not accept are kept here.',
  },
  'sync.storage': 'Storage on this device',
  'sync.storage.persistent': 'Protected',
  'sync.storage.persistentHint': 'The browser keeps this data until you remove it.',
  'sync.storage.best': 'Not protected',
  'sync.storage.bestHint':
    'The browser may clear it when space runs out. Installing the app usually protects it.',
  'sync.storage.unasked': 'Not asked yet',
  'sync.storage.unaskedHint': 'The browser is asked after the first idea is kept.',
  'sync.now': 'Sync now',
  'sync.export': 'Export unsent',
  'sync.exported': 'Saved as {name}',
  'sync.evicted': 'This browser cleared the app’s storage',
  'sync.evictedHint':
    'What was on the server comes back by itself. Ideas that had not been sent from here are gone; install the app so that it does not happen again.',

  'sync.evictedRead': 'Understood',

  'update.ready': 'A new version is ready',
  'update.apply': 'Update',
  'update.later': 'Later',
  'update.applying': 'Updating…',

  'keys.title': 'Keys',
  'keys.capture': 'Keep an idea',
  'keys.search': 'Search the register',
  'keys.palette': 'Go to a screen or record',
  'keys.list': 'This list',
  'keys.next': 'Next in a list',
  'keys.previous': 'Previous in a list',
  'keys.open': 'Open',
  'keys.keep': 'Keep what is typed',
  'keys.undo': 'Undo in a record',
  'keys.redo': 'Redo in a record',
  'keys.single': 'Single-letter keys',
  'keys.singleHint': 'Turn off if they get in the way of dictation or other tools.',

  'palette.title': 'Go to',
  'palette.label': 'Screen, number or words',
  'palette.none': 'Nothing found',

  'storage.quotaExceeded':
    'This device has no room left. Your text is still here: free some space (photos, other apps), then try again.',
  'storage.storageClosed':
    'The storage of this app was closed, perhaps by another tab. Your text is still here: copy it, then reload the page.',
  'storage.storageFailed':
    'This device could not store it. Your text is still here: try again, and copy it if that fails.',

  'refusal.unreachable':
    'The server can’t be reached right now. Check the connection and try again; what you kept is safe on this device.',
  'refusal.malformed': 'The server did not understand this app. Update the app, then try again.',
  'refusal.tooLarge': 'That is too large to send. Split it into smaller parts.',
  'refusal.upgrade': 'This app is too old for the server. Update it, then try again.',
  'refusal.signIn': 'This device is not signed in. Join again with an invitation link.',
  'refusal.revoked':
    'The access of this device was withdrawn. Ask an administrator for a new link.',
  'refusal.foreignOrigin': 'This page is not served by that server. Open the server’s own address.',
  'refusal.notAllowed': 'Your role does not allow this. Ask an administrator.',
  'refusal.notFound': 'The server does not know this. It may have been removed.',
  'refusal.epochChanged':
    'The server was restored from a backup. Syncing starts again by itself; wait a moment.',
  'refusal.invitationInvalid':
    'This link was used already, has expired, or is incomplete. Ask for a new one.',
  'refusal.invalidField':
    'Something is empty, too long or of the wrong kind. Check what you wrote.',
  'refusal.badUpdate': 'The edit arrived damaged. It is kept in your drafts: make it again.',
  'refusal.badSignature':
    'The edit could not be confirmed as this device’s. It is kept in your drafts: join again, then make it again.',
  'refusal.foreignDevice':
    'The edit was made under another device’s name. It is kept in your drafts: join again, then make it again.',
  'refusal.foreignClientId':
    'This device’s data seems to have been copied. The edit is kept in your drafts: reload, then make it again.',
  'refusal.foreignKey':
    'The edit would change what belongs to someone else. It is kept in your drafts.',
  'refusal.badValue':
    'The edit holds a value that is not valid. It is kept in your drafts: check it.',
  'refusal.dependsOnRefused':
    'The edit builds on one that was not accepted. It is kept in your drafts: make it again.',
  'refusal.rebase':
    'The record was rebuilt meanwhile. Your edit is kept in your drafts: make it again.',
  'refusal.unknownCommand': 'The server does not know this action. It may need an update.',
  'refusal.tooCostly':
    'The edit is too large at once. It is kept in your drafts: make it in parts.',
  'refusal.storageFailed':
    'The server can’t store right now. It is tried again by itself; nothing is lost.',
  'refusal.unavailable': 'The server is busy or restarting. It is tried again by itself.',
} as const;

/** What another language must offer: the same keys, and plural forms where English has them. */
export type Catalogue = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : PluralForms;
};

/** `other` always; the rest as `Intl.PluralRules` of the language asks for. */
export type PluralForms = { readonly other: string } & {
  readonly [Form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
};
