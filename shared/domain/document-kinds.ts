/** What a document is about: it follows from its id, and from nothing that stands in it, so that nobody can forge it. */
import type { ClockDep, RandomDep } from '../deps.ts';
import { createUuidV7, type DocumentId, type WorkspaceId } from './ids.ts';

export type DocumentKind =
  | 'improvement'
  | 'workspace'
  | 'measure'
  /** Of a later program: kept as it is, shown nowhere, and never taken for a record. */
  | 'other';

/**
 * A record's id is a UUIDv7. Of other kinds it is a UUIDv8 (RFC 9562 §5.8), ordered by time in the same way, whose
 * first digit after the version names the kind: 1 = measure; 2 is kept for workshops.
 */
const digits = { measure: '1' } as const;

const versionAt = 14;

/** `id` is a UUID. */
export function kindOfDocument(id: DocumentId, workspace: WorkspaceId | string): DocumentKind {
  if ((id as string) === workspace) return 'workspace';
  if (id.charAt(versionAt) !== '8') return 'improvement';
  return isMeasureId(id) ? 'measure' : 'other';
}

export const isMeasureId = (id: string): boolean =>
  id.charAt(versionAt) === '8' && id.charAt(versionAt + 1) === digits.measure;

/** For a document of a kind that is begun on a device; records have {@link createUuidV7}. */
export function createDocumentId(
  kind: keyof typeof digits,
  deps: ClockDep & RandomDep,
): DocumentId {
  const id = createUuidV7<DocumentId>(deps);
  return (id.slice(0, versionAt) + '8' + digits[kind] + id.slice(versionAt + 2)) as DocumentId;
}
