/** What two records are to each other, as it is said from either of them. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { LinkKind } from '../../../shared/domain/links.ts';

/** The first of each pair is what is kept; the second is read from the other end. */
export const relations = [
  'dependsOn',
  'blocks',
  'partOf',
  'hasPart',
  'followsFrom',
  'followedBy',
] as const;
export type Relation = (typeof relations)[number];

const kinds: {
  readonly [R in Relation]: { readonly kind: LinkKind; readonly isIncoming: boolean };
} = {
  dependsOn: { kind: 'dependsOn', isIncoming: false },
  blocks: { kind: 'dependsOn', isIncoming: true },
  partOf: { kind: 'partOf', isIncoming: false },
  hasPart: { kind: 'partOf', isIncoming: true },
  followsFrom: { kind: 'followsFrom', isIncoming: false },
  followedBy: { kind: 'followsFrom', isIncoming: true },
};

/** At which record a link stands, and what it points to. */
export function linkFor(relation: Relation, self: DocumentId, other: DocumentId) {
  const { kind, isIncoming } = kinds[relation];
  return isIncoming
    ? { from: other, link: { kind, to: self } }
    : { from: self, link: { kind, to: other } };
}

export const relationOf = (kind: LinkKind, isIncoming: boolean): Relation =>
  relations.find(
    (relation) => kinds[relation].kind === kind && kinds[relation].isIncoming === isIncoming,
  ) ?? 'dependsOn';
