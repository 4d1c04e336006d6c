/** What all other screens say, in English; fetched with the first of them. */
import { approvalEn } from './parts/approval-en.ts';
import { businessCaseEn } from './parts/business-case-en.ts';
import { demoEn } from './parts/demo-en.ts';
import { historyEn } from './parts/history-en.ts';
import { peopleEn } from './parts/people-en.ts';
import { recordEn } from './parts/record-en.ts';
import { noticesEn } from './parts/notices-en.ts';
import { triageEn } from './parts/triage-en.ts';
import { decisionsEn } from './parts/decisions-en.ts';
import { signInEn } from './parts/sign-in-en.ts';
import { scoringEn } from './parts/scoring-en.ts';
import { assessEn } from './parts/assess-en.ts';
import { prioritiseEn } from './parts/prioritise-en.ts';
import { itemsEn } from './parts/items-en.ts';
import { practiceEn } from './parts/practice-en.ts';
import { directionEn } from './parts/direction-en.ts';
import { workspaceEn } from './parts/workspace-en.ts';
import { supplierEn } from './parts/supplier-en.ts';
import { helpEn } from './parts/help-en.ts';
import { routinesEn } from './parts/routines-en.ts';
import { linksEn } from './parts/links-en.ts';
import { storyEn } from './parts/story-en.ts';
import { closingEn } from './parts/closing-en.ts';
import { chartsEn } from './parts/charts-en.ts';
import { planEn } from './parts/plan-en.ts';
import { deviceWorkspacesEn } from './parts/device-workspaces-en.ts';
import { findEn } from './parts/find-en.ts';
import { lessonsEn } from './parts/lessons-en.ts';
import { reviewsEn } from './parts/reviews-en.ts';
import { celebrateEn } from './parts/celebrate-en.ts';
import { outcomeEn } from './parts/outcome-en.ts';
import { catalogueEn } from './parts/catalogue-en.ts';
import { insightsEn } from './parts/insights-en.ts';
import { erasureEn } from './parts/erasure-en.ts';
import { measuresEn } from './parts/measures-en.ts';

export const enRest = {
  ...supplierEn,
  ...helpEn,
  ...routinesEn,
  ...linksEn,
  ...storyEn,
  ...approvalEn,
  ...businessCaseEn,
  ...findEn,
  ...erasureEn,
  ...catalogueEn,
  ...measuresEn,
  ...insightsEn,
  ...itemsEn,
  ...outcomeEn,
  ...lessonsEn,
  ...reviewsEn,
  ...celebrateEn,
  ...workspaceEn,
  ...assessEn,
  ...scoringEn,
  ...prioritiseEn,
  ...planEn,
  ...chartsEn,
  ...closingEn,
  ...directionEn,
  ...practiceEn,
  ...decisionsEn,
  ...triageEn,
  ...noticesEn,
  ...recordEn,

  'app.close': 'Close',

  'level.high': 'High',
  'level.medium': 'Medium',
  'level.low': 'Low',
  'level.none': 'Not set',

  'field.title': 'Title',
  'field.stage': 'Stage',
  'field.owner': 'Owner',
  'field.visibility': 'Visible to',
  'visibility.workspace': 'Everyone',
  'visibility.team': 'A team',
  'visibility.private': 'Those involved',
  'field.visibleTeam': 'Team that sees it',
  'field.urgency': 'Urgency',
  'field.cost': 'Cost',
  'field.tags': 'Tags',
  'field.affectedItems': 'Affected items',
  'field.description': 'Description',
  'field.valueForProvider': 'Value for us',
  'field.valueForConsumer': 'Value for those we serve',

  'record.kept': 'Kept {when}',
  'record.keptByMe': 'Kept {when} by me',
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
  'record.addItem': 'Add an affected item',
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
  'record.conflictIn': '{field}: two values',
  'record.conflictChoose': 'Keep this',
  'record.missing': 'This record is not on this device yet',
  'record.missingJoined':
    'It will appear here by itself when it has been synced. If it never does, the link may be wrong.',
  'record.missingLocal': 'It may belong to a workspace. Join it with an invitation link to see it.',
  'record.readOnly.guest':
    'The organisation is working on this now: you can read and answer it, but not change it.',
  'record.readOnly.involved': 'Its author, its owner and the coordinators change this record.',
  'record.readOnly.role':
    'Your role reads this record. To change it, ask an administrator to make you a contributor.',
  'record.failed': 'This record could not be opened',
  'record.failedHint':
    'Nothing is lost. Reload the page; if that does not help, open the register.',
  'record.refused': 'An edit made here was not accepted. It is kept in your drafts.',

  'role.guest': 'Guest',
  'role.contributor': 'Contributor',
  'role.assessor': 'Assessor',
  'role.coordinator': 'Coordinator',
  'role.approver': 'Approver',
  'role.evaluator': 'Evaluator',
  'role.practiceOwner': 'Practice owner',
  'role.coach': 'Coach',
  'role.admin': 'Administrator',

  'comments.title': 'Conversation',
  'comments.new': 'Say something',
  'comments.newHint':
    'Everyone who sees this record can read it. It can’t be taken back. @ names somebody.',
  'comments.tooLong': 'At most {count} characters.',
  'comments.from': 'in its duplicate {record}',
  'comments.post': 'Post',

  'drafts.title': 'Drafts',
  'drafts.lead': 'Edits that the server did not accept. They stay here until you decide.',
  'drafts.show': 'See drafts',
  'drafts.none': 'No drafts',
  'drafts.noneHint': 'When an edit is not accepted, it waits here and nothing of it is lost.',
  'drafts.why.badUpdate': 'The edit arrived damaged.',
  'drafts.why.badValue': 'The edit holds a value that a record does not take.',
  'drafts.why.dependsOnRefused': 'The edit builds on one that was not accepted.',
  'drafts.why.foreignClientId': 'This device’s data seems to have been copied.',
  'drafts.why.foreignKey': 'The edit would change what belongs to someone else.',
  'drafts.why.gone': 'The record was removed for good.',
  'drafts.why.notAllowed': 'Your role does not allow this edit.',
  'drafts.why.notFound': 'The server does not know this record, or you may not see it.',
  'drafts.why.quarantineFull':
    'The edit was not accepted, and the server keeps no more copies of your refused edits: this one is on this device alone.',
  'drafts.why.rebase': 'Words were erased from the record for good while you wrote.',
  'drafts.why.revoked': 'You were not a member when it was sent.',
  'drafts.why.tooLarge': 'The edit is too large at once.',
  'drafts.why.unknownCommand': 'The server does not know this action.',
  'drafts.why.other': 'The server did not accept the edit.',
  'drafts.returned': 'Returned by the coordinator, {name}: decide what becomes of it.',
  'drafts.line': '{name}: {now} → {wanted}',
  'drafts.now': 'Now:',
  'drafts.wanted': 'You wanted:',
  'drafts.entryOn': 'Add “{entry}”',
  'drafts.entryOff': 'Remove “{entry}”',
  'drafts.vote': 'Support',
  'drafts.support': 'I see this too',
  'drafts.noSupport': 'I no longer see this',
  'drafts.comment': 'Comment',
  'drafts.looseTexts': 'What you wrote',
  'drafts.nothingLeft': 'The record says this already: there is nothing left to do.',
  'drafts.recordWaiting':
    'The record is being fetched again. Once that is done, the edit can be applied.',
  'drafts.recordMissing': 'This record is no longer there. You can keep your words as a new idea.',
  'drafts.applyAgain': 'Apply again',
  'drafts.keepAsNew': 'Keep as a new idea',
  'drafts.postComment': 'Post as comment',
  'drafts.copy': 'Copy',
  'drafts.discard': 'Discard',
  'drafts.undo': 'Undo',
  'drafts.openRecord': 'Open record',
  'drafts.copyFailed': 'It could not be copied. The draft is still here.',
  'drafts.commentLead': 'An edit of mine was not accepted. I had meant:',
  'drafts.done.appliedAgain': 'Applied as a new edit',
  'drafts.done.keptAsNew': 'Kept as a new idea',
  'drafts.done.posted': 'Posted as a comment',
  'drafts.done.copied': 'Copied and put aside',
  'drafts.done.discarded': 'Discarded',
  'drafts.settled': 'Dealt with in the last 30 days',
  'drafts.fate.appliedAgain': 'Applied again',
  'drafts.fate.posted': 'Posted as a comment',
  'drafts.fate.copied': 'Copied',
  'drafts.fate.discarded': 'Discarded',
  'drafts.fate.admitted': 'Accepted by {name}',
  'drafts.fate.discardedByCoordinator': 'Discarded by {name}',
  'drafts.fate.elsewhere': 'Dealt with by you elsewhere',
  'drafts.fateWhen': '{what}, {when}',
  'drafts.takeUp': 'Take up again',

  'waiting.title': 'Waiting for a decision',
  'waiting.lead':
    'Edits that the server refused. Admit one, and it stands under its author’s name.',
  'waiting.unreachable': 'What waits for a decision can be seen when the server can be reached.',
  'waiting.newRecord': 'A new idea',
  'waiting.by': '{name}, {when}',
  'waiting.byRemoved': '{name} (no longer a member), {when}',
  'waiting.notAllowed': 'The author’s role does not allow this edit.',
  'waiting.looseTexts': 'What was written',
  'waiting.admit': 'Admit',
  'waiting.return': 'Return to the author',
  'waiting.done.admitted': 'Admitted',
  'waiting.done.returned': 'Returned to the author',
  'waiting.done.discarded': 'Discarded',

  'me.title': 'Me',
  'me.workspace': '{workspace} · {roles}',
  'me.local': 'Not joined yet',
  'me.localHint':
    'Ideas you keep stay on this device only. Signed in, they go to your workspace under your name.',
  'me.join': 'Sign in or join',
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

  'invite.for.contributor': 'New member',
  'invite.for.admin': 'New administrator',
  'invite.for.ownDevice': 'My other device',
  'invite.hint.contributor': 'They see the register and can keep, edit and support ideas.',
  'invite.hint.admin': 'They can do what members can, and look after people, roles and the server.',
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
  'join.otherLink': 'Use another link',
  'join.continue': 'Continue',
  'join.action': 'Join',
  'join.actionDevice': 'Add this device',
  'join.storageFailed':
    'It could not be stored right now. Nothing you kept is lost: try again in a moment.',
  'join.foreignDevice':
    'This device belongs to somebody else here, who has to sign out on it first.',
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

  'refusal.unreachable':
    'The server can’t be reached right now. Check the connection and try again; what you kept is safe on this device.',
  'refusal.malformed': 'The server did not understand this app. Update the app, then try again.',
  'refusal.tooLarge': 'That is too large to send. Split it into smaller parts.',
  'refusal.upgrade': 'This app is too old for the server. Update it, then try again.',
  'refusal.signIn': 'This device is not signed in. Sign in again, with a passkey or a link.',
  'refusal.revoked':
    'The access of this device was withdrawn. Ask an administrator for a new link.',
  'refusal.signedOut': 'This device was signed out. Sign in again, with a passkey or a link.',
  'refusal.foreignOrigin': 'This page is not served by that server. Open the server’s own address.',
  'refusal.notAllowed': 'Your role does not allow this. Ask an administrator.',
  'refusal.notFound': 'The server does not know this. It may have been removed.',
  'refusal.epochChanged':
    'The server was restored from a backup. Syncing starts again by itself; wait a moment.',
  'refusal.lastAdministrator':
    'A workspace needs at least one administrator. Make somebody else an administrator first.',
  'refusal.invitationInvalid':
    'This link was used already, has expired, or is incomplete. Ask for a new one.',
  'refusal.accountUnknown':
    'This work account is not known here yet. Ask for a link, or sign in another way and link it under Me.',
  'refusal.passkeyInvalid':
    'This passkey is not known here, or was removed. Use another one, or a link.',
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
    'Words were erased from the record for good meanwhile. Your edit is kept in your drafts: make it again.',
  'refusal.quarantineFull':
    'The edit was not accepted, and the server keeps no more copies of your refused edits. It is kept in your drafts.',
  'refusal.doneAlready': 'You have done this on another device already.',
  'refusal.alreadyDecided': 'Somebody has decided of this already.',
  'refusal.unknownCommand': 'The server does not know this action. It may need an update.',
  'refusal.tooCostly':
    'The edit is too large at once. It is kept in your drafts: make it in parts.',
  'refusal.storageFailed':
    'The server can’t store right now. It is tried again by itself; nothing is lost.',
  'refusal.rateLimited': 'Too many tries in a short time. Wait a few minutes, then try again.',
  'refusal.unavailable': 'The server is busy or restarting. It is tried again by itself.',

  ...demoEn,
  ...historyEn,
  ...peopleEn,
  ...signInEn,
  ...deviceWorkspacesEn,
} as const;
