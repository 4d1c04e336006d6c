/** The projection of a document of whichever kind: a record, the workspace's own, a measure. */
import type { DocumentKind } from '../domain/document-kinds.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { ImprovementRow } from '../domain/improvement.ts';
import type { MeasureRow } from '../domain/measure.ts';
import type { WorkspaceRow } from '../domain/workspace.ts';
import { projectMeasure } from './measure-document.ts';
import { project, withFacts } from './project.ts';
import type { ImprovementFacts } from './projection.ts';
import type { ReadableDocument } from './readable-document.ts';
import { projectWorkspace } from './workspace-document.ts';

/** Of a document that a later program knows: it is in no list. */
type OtherRow = { readonly id: DocumentId; readonly type: 'other' };

export type DocumentRow = ImprovementRow | WorkspaceRow | MeasureRow | OtherRow;

export function projectDocument(
  { kind, id }: { readonly kind: DocumentKind; readonly id: DocumentId },
  doc: ReadableDocument,
  facts: ImprovementFacts,
  updatedAt: number,
): DocumentRow {
  switch (kind) {
    case 'improvement':
      return project(id, doc, facts, updatedAt);
    case 'workspace':
      return projectWorkspace(id, doc, updatedAt);
    case 'measure':
      return projectMeasure(id, doc, updatedAt);
    case 'other':
      return { id, type: 'other' };
  }
}

/** Decisions are about records alone: commands about other documents are refused. */
export const rowUnderFacts = (row: DocumentRow, facts: ImprovementFacts): DocumentRow =>
  row.type === 'improvement' ? withFacts(row, facts) : row;
