/** What the screen of people says, in English. */
export const peopleEn = {
  'people.title': 'People',
  'people.members': { one: '{count} person', other: '{count} people' },
  'me.peopleHint': 'Who is in this workspace, and what they may do.',
  'people.local': 'People appear once you have joined a workspace',
  'people.localHint': 'Until then everything you keep stays on this device.',
  'people.me': '{name} (me)',
  'people.former': 'Former members',
  'people.formerHint': 'They may do nothing any more. What they wrote keeps their name.',

  'people.invite': 'Invite people',
  'people.inviteHint': 'By a link or a QR code, for one person or for a whole team.',
  'people.inviteRoles': 'What they may do',
  'people.inviteUses': 'How many people',
  'people.inviteUsesOption': { one: '{count} person', other: '{count} people' },
  'people.inviteLife': 'The link works for',
  'people.inviteDays': { one: '{count} day', other: '{count} days' },
  'people.inviteLabel': 'What it is for',
  'people.inviteLabelHint': 'For your own list of links, like “Night shift”. Optional.',
  'people.inviteMake': 'Make the link',
  'people.inviteMaking': 'Making the link…',
  'people.inviteNoRole': 'Choose at least one role.',
  'people.linkWorksFor': {
    one: 'Works for {count} person, until {when}',
    other: 'Works for {count} people, until {when}',
  },

  'people.editing': 'Who may edit records',
  'people.editing.everyone': 'Everyone',
  'people.editing.involved': 'Those involved',
  'people.editingHint.everyone':
    'Whoever contributes edits every record that they see. The history keeps every change, and each can be undone.',
  'people.editingHint.involved':
    'A record is edited by its author, its owner, coordinators and administrators. All others can still comment and support it.',

  'people.links': 'Open links',
  'people.linksEmpty': 'No link is open. Every link ends by itself.',
  'people.linkFor.ownDevice': 'Another device of {name}',
  'people.linkFor.recovery': 'A way back in for {name}',
  'people.linkFor.firstAdministrator': 'The first administrator',
  'people.linkUses': {
    one: '{count} use left, until {when}',
    other: '{count} uses left, until {when}',
  },
  'people.linkEnd': 'End this link',
  'people.linkEnded': 'The link no longer works.',

  'people.roles': 'Roles',
  'people.rolesHint': 'A person may hold several.',
  'people.rolesSave': 'Save roles',
  'people.rolesSaved': 'Saved. {name} has the new roles within seconds.',
  'people.recover': 'Make a way back in',
  'people.recoverHint':
    'For someone who has lost every device: a link that works once, for 24 hours, and lets a new device in under their name.',
  'people.remove': 'Remove from the workspace',
  'people.removeHint':
    'Their devices are signed out within seconds. What they wrote stays; what they had not sent waits for the coordinator.',
  'people.removeSure': 'Remove {name}?',
  'people.removeYes': 'Yes, remove',
  'people.removeNo': 'Keep',
  'people.removed': '{name} is no longer a member.',
  'people.noChanges': 'Only administrators change roles.',
  'people.ofGuest': 'You and the people who have to do with your ideas.',

  'people.devices': 'Devices',
  'people.devicesNone': 'No device is signed in.',
  'people.deviceUnnamed': 'A device',
  'people.deviceThis': 'this device',
  'people.deviceSeen': 'Last used {when}',
  'people.deviceOut': 'Signed out',
  'people.deviceSignOut': 'Sign out {device}',
  'people.deviceSignedOut': 'Signed out. What it had not sent stays on it.',

  'role.hint.guest': 'Hands in ideas and sees what became of their own.',
  'role.hint.contributor':
    'Reads the register, keeps and edits ideas, comments, votes, takes tasks.',
  'role.hint.assessor': 'Also scores ideas and may dispute a priority.',
  'role.hint.coordinator':
    'Looks after the register: triage, duplicates, owners, reviews, settings.',
  'role.hint.approver': 'Decides approvals and what was escalated; confirms verdicts.',
  'role.hint.evaluator': 'Reads everything, takes and checks readings, confirms verdicts.',
  'role.hint.practiceOwner': 'Looks after the practice page, its guidelines and its adoption.',
  'role.hint.coach': 'Reads everything, comments, fills coaching cards.',
  'role.hint.admin': 'Members, roles, sign-in, backup and erasure.',
} as const;
