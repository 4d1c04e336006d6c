/** What the catalogue says, and who belongs to what in it, in English. */
export const catalogueEn = {
  'catalogue.lead':
    'What can be improved here, and who takes part in it. Records, people and sharing refer to these entries.',
  'catalogue.empty': 'Nothing is in the catalogue yet',
  'catalogue.emptyHint':
    'Add the services and products that ideas are about, the teams that records may be for, and the suppliers with whom you improve together.',
  'catalogue.emptyReader': 'Coordinators fill it.',
  'catalogue.add': 'Add an entry',
  'catalogue.entry': 'Catalogue entry',
  'catalogue.name': 'Name',
  'catalogue.kind': 'Kind',
  'catalogue.peopleHint': 'Administrators say under People who belongs to it.',
  'catalogue.productOwner': 'Product owner',
  'catalogue.productOwnerHint': 'Answers the ideas that name it as an affected item.',
  'catalogue.ownedBy': 'Product owner: {name}',
  'catalogue.note': 'Note',
  'catalogue.remove': 'Take out',
  'catalogue.removed': '“{title}” was taken out.',
  'catalogue.noKind': 'Without a kind',
  'catalogue.service': 'Services',
  'catalogue.product': 'Products',
  'catalogue.practice': 'Practices',
  'catalogue.supplier': 'Suppliers',
  'catalogue.partner': 'Partners',
  'catalogue.team': 'Teams',
  'catalogue.site': 'Sites',

  'people.groups': 'Teams and organisation',
  'people.groupsHint':
    'They see the records that are for their team, and guests what is shared with their organisation.',
  'people.groupsSave': 'Save teams',
  'people.groupsSaved': 'Saved. {name} sees what is new for them within seconds.',
  'people.noGroups':
    'Records can be for one team, and be shared with all people of a supplier. Add teams and suppliers to the catalogue first.',
  'people.toCatalogue': 'Open the catalogue',

  'access.chooseTeam': 'Choose a team',
  'access.formerTeam': 'A team that was taken out',
  'access.noTeams':
    'There is no team yet: coordinators add teams to the catalogue. Until one is chosen, only those involved see the record.',
  'access.teamMissing': 'Choose the team. Until then only those involved see the record.',
  'access.teamEmpty':
    'Nobody belongs to this team yet. Its author, its owner, coordinators and administrators can read it, and whoever it is shared with.',
  'access.teamSees':
    '{names} can read it, and also its author, its owner, coordinators, administrators and whoever it is shared with.',
} as const;
