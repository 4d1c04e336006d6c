/** What of a record says who is what to it, read off its document. */
import type { WorkStage } from '../../shared/domain/improvement.ts';
import type { DocumentChange } from '../../shared/document/read-change.ts';
import { readCreation, readField, readSet } from '../../shared/document/read-document.ts';
import type { ReadableDocument } from '../../shared/document/readable-document.ts';
import { roots, setRoot } from '../../shared/document/schema.ts';
import { type Decisions, stageOf } from '../../shared/process/facts.ts';
import type { RecordStanding } from '../../shared/process/relations.ts';

/** What people have written; what was decided comes on top of it. */
export type WrittenStanding = RecordStanding & { readonly stage: WorkStage };

export const standingOf = (document: ReadableDocument): WrittenStanding => ({
  createdBy: readCreation(document).by,
  owner: readField(document, 'owner').value,
  stage: readField(document, 'stage').value,
  affectedItems: readSet(document, 'affectedItems'),
  visibility: readField(document, 'visibility').value,
  visibleTeam: readField(document, 'visibleTeam').value,
});

/** As it counts: in the stage that the decisions leave it in, and for those with whom it is shared. */
export const decidedStanding = (
  written: WrittenStanding,
  decisions: Decisions,
): RecordStanding => ({
  ...written,
  stage: stageOf(written.stage, decisions),
  sharedWith: decisions.sharedWith,
});

/** Whether a change may have made another answer of it. */
export const saysStanding = ({ written }: DocumentChange): boolean =>
  written.some(({ root }) => standingRoots.has(root));

const standingRoots: ReadonlySet<string> = new Set([
  roots.scalars,
  roots.registers,
  setRoot('affectedItems'),
]);
