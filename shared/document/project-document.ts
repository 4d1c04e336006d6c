/** The projection of a document of either kind: a record, or the workspace's own. */
import type { DocumentId } from '../domain/ids.ts';
import type { ImprovementRow } from '../domain/improvement.ts';
import type { WorkspaceRow } from '../domain/workspace.ts';
import { project, withFacts } from './project.ts';
import type { ImprovementFacts } from './projection.ts';
import type { ReadableDocument } from './readable-document.ts';
import { projectWorkspace } from './workspace-document.ts';

/** It follows from the id, and from nothing that stands in the document: nobody can forge it. */
export type DocumentKind = 'improvement' | 'workspace';

export type DocumentRow = ImprovementRow | WorkspaceRow;

export const projectDocument = (
  { kind, id }: { readonly kind: DocumentKind; readonly id: DocumentId },
  doc: ReadableDocument,
  facts: ImprovementFacts,
  updatedAt: number,
): DocumentRow =>
  kind === 'workspace' ? projectWorkspace(id, doc, updatedAt) : project(id, doc, facts, updatedAt);

/** Nothing is decided about a workspace's document: commands are about records. */
export const rowUnderFacts = (row: DocumentRow, facts: ImprovementFacts): DocumentRow =>
  row.type === 'workspace' ? row : withFacts(row, facts);
