/**
 * Where each thing lives in a record's Y.Doc. Root types and flat keys only: a name never changes its
 * type, nothing nested is created, and defaults live in the projection (docs/architecture.md, rules D1–D6).
 */
import type * as Y from 'yjs';
import type { SetField, TextField } from '../domain/improvement.ts';
import type { WorkspaceText } from '../domain/workspace.ts';

export const schemaVersion = 1;

export const roots = {
  /** Y.Map of scalars that never change after creation or that nobody would miss. */
  scalars: 'f',
  /** Y.Map `field|device` → RegisterEntry: multi-value registers. */
  registers: 'r',
  /** Y.Map person or actor → SetEntry. */
  votes: 'votes',
  /** Y.Map id → StoredComment: written once, never changed. */
  comments: 'comments',
  /** Y.Map `criterion|actor` → StoredScore. */
  scores: 'scores',
  /** Y.Map stage of work → Unix ms: when it was first reached. */
  reached: 'reached',
  /** Y.Map id → StoredReading, of a measure: written once, never changed. */
  readings: 'readings',
} as const;

/** A text of a record, or of the workspace's own document. */
export type DocumentText = TextField | WorkspaceText;

export const textRoot = (field: DocumentText): string => `t:${field}`;
/** Of a record; the workspace's list of objectives has the other name for a root. */
export const setRoot = (field: SetField): string => (field === 'objectives' ? 'serves' : field);

export const scalarsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(roots.scalars);
export const registersOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(roots.registers);
export const votesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(roots.votes);
export const commentsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(roots.comments);
export const setOf = (doc: Y.Doc, field: SetField): Y.Map<unknown> => doc.getMap(setRoot(field));
export const textOf = (doc: Y.Doc, field: DocumentText): Y.Text => doc.getText(textRoot(field));
