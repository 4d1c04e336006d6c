/** What a record says of suppliers and partners, in English. */
export const supplierEn = {
  'supplier.ways': 'When the quality that they deliver is the problem',
  'supplier.way.accept': 'Accept it',
  'supplier.way.change': 'Change supplier',
  'supplier.way.detect': 'Detect and correct it here',
  'supplier.way.together': 'Improve together',
  'supplier.how.accept': 'Live with the quality as it is, and say why it is good enough.',
  'supplier.how.change': 'Get it from somebody else, or do it ourselves.',
  'supplier.how.detect':
    'Find what is wrong in our own value stream and mend it before it reaches anyone.',
  'supplier.how.together':
    'Drop requirements that nobody needs, adjust the specification, move work between the two value streams, or change cadence and batch size.',
  'supplier.weigh': 'Weigh it',
  'supplier.weighed': 'Among the options',
  'supplier.addOffer': 'Add who offers something',
  'supplier.noOffers':
    'What suppliers and partners offer towards this: skills, an assessment, a review.',
  'supplier.step': 'What it helps with',
  'supplier.note': 'What they offer',
} as const;
