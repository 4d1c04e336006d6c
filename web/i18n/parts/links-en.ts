/** What links between records say, in English. */
export const linksEn = {
  'field.links': 'Links',

  'link.dependsOn': 'Depends on',
  'link.blocks': 'Blocks',
  'link.partOf': 'Part of',
  'link.hasPart': 'Consists of',
  'link.followsFrom': 'Follows from',
  'link.followedBy': 'Followed by',
  'link.duplicateOf': 'Duplicate of',
  'link.duplicate': 'Has the duplicates',
  'link.to.dependsOn': 'depends on {record}',
  'link.to.partOf': 'part of {record}',
  'link.to.followsFrom': 'follows from {record}',

  'links.count': { one: '{count} link', other: '{count} links' },
  'links.add': 'Add a link',
  'links.relation': 'This record',
  'links.which': 'Which record?',
  'links.whichHint': 'Its number, or words in it.',
  'links.chooseOne': 'Choose the other record first.',
  'links.circle.dependsOn':
    'They would wait for each other: {way}. Take one of those links out first, or choose another record.',
  'links.circle.partOf':
    'They would be parts of each other: {way}. Take one of those links out first, or choose another record.',
  'links.forbidden':
    'This link stands at the other record, which you may not edit. Ask its owner to add or remove it.',
  'links.added': 'Linked',
  'links.removed': 'Link taken out',
  'links.remove': 'Take out the link to {record}',
  'links.unseen': 'A record you can’t see',
  'links.waitsFor': 'Waits for {record} ({stage})',
  'links.stuck':
    'These records wait for each other: {way}. None can begin until a link is taken out.',
  'links.parts': 'These records are parts of each other: {way}. Take one of the links out.',
  'links.takeOut': 'Take out the link to {record}',

  'references.add': 'Add a key or an address',
  'references.none':
    'What this goes with elsewhere: a change, a project, a problem. Paste its address or write its key.',
  'references.open': 'Open {key}',
  'references.kind': 'Kind',
  'references.key': 'Key',
  'references.url': 'Address',
  'items.noAddress': 'An address begins with https:// or http://.',

  'find.waits.work': 'Other work',
  'find.linkedTo': 'Linked to {record}',
} as const;
