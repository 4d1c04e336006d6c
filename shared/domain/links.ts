/** Links between records, each kept at one end only: the other end is read from it. */
import { type DocumentId, isUuid } from './ids.ts';
import type { ImprovementRow } from './improvement.ts';

/** What a record says of itself. "Blocks", "consists of" and "followed by" are the other ends of these. */
export const linkKinds = ['dependsOn', 'partOf', 'followsFrom'] as const;
export type LinkKind = (typeof linkKinds)[number];

export type RecordLink = { readonly kind: LinkKind; readonly to: DocumentId };

/** As it stands in the set `links`. */
export const linkEntry = ({ kind, to }: RecordLink): string => `${kind}|${to}`;

/** undefined: no link. */
export function parseLink(entry: string): RecordLink | undefined {
  const [kindName, to = '', ...more] = entry.split('|');
  const kind = linkKinds.find((known) => known === kindName);
  return kind !== undefined && isUuid(to) && more.length === 0
    ? { kind, to: to as DocumentId }
    : undefined;
}

type Linked = Pick<ImprovementRow, 'id' | 'links' | 'duplicateOf'>;

/** Those of a row, also one that came from a decision. A record is never linked to itself. */
export const linksOf = ({ id, links = [] }: Linked): readonly RecordLink[] =>
  links.flatMap((entry) => parseLink(entry) ?? []).filter(({ to }) => to !== id);

/** Every record that a row points to. */
export const linkedIds = (row: Linked): readonly DocumentId[] => [
  ...linksOf(row).map(({ to }) => to),
  ...(row.duplicateOf === undefined || row.duplicateOf === '' ? [] : [row.duplicateOf]),
];

/** What a row can't begin before. */
export const dependencies = (row: Linked): readonly DocumentId[] =>
  linksOf(row).flatMap(({ kind, to }) => (kind === 'dependsOn' ? [to] : []));
