/** What of a record says who is what to it, read off its document. */
import type { DocumentChange } from '../../shared/document/read-change.ts';
import { readCreation, readField } from '../../shared/document/read-document.ts';
import type { ReadableDocument } from '../../shared/document/readable-document.ts';
import { roots } from '../../shared/document/schema.ts';
import type { RecordStanding } from '../../shared/process/relations.ts';

export const standingOf = (document: ReadableDocument): RecordStanding => ({
  createdBy: readCreation(document).by,
  owner: readField(document, 'owner').value,
  stage: readField(document, 'stage').value,
  visibility: readField(document, 'visibility').value,
});

/** Whether a change may have made another answer of it. */
export const saysStanding = ({ written }: DocumentChange): boolean =>
  written.some(({ root }) => root === roots.scalars || root === roots.registers);
