/** The projection of a record: one pure function, the same on the device and on the server. */
import { type DocumentId, localNumber } from '../domain/ids.ts';
import {
  type ImprovementRow,
  registerFields,
  searchTextLength,
  textFields,
} from '../domain/improvement.ts';
import { readCreation, readFields, readSet, readSupporters } from './read-document.ts';
import type { ReadableDocument } from './readable-document.ts';
import { textRoot } from './schema.ts';

/** Raised whenever the shape or meaning of a row changes: devices then project again by themselves. */
export const projectionVersion = 1;

/** What the server alone writes about a record. */
export type ImprovementFacts = {
  /** `CI-7`; '' until the server has committed the record's first update. */
  readonly ref: string;
};

export const noFacts: ImprovementFacts = { ref: '' };

/** Total: any document gives a row. `updatedAt` is when the latest edit reached whoever projects (Unix ms). */
export function project(
  id: DocumentId,
  doc: ReadableDocument,
  facts: ImprovementFacts,
  updatedAt: number,
): ImprovementRow {
  const creation = readCreation(doc);
  const fields = readFields(doc);
  return {
    id,
    type: 'improvement',
    ref: facts.ref,
    localNumber: localNumber(id),
    title: fields.title.value,
    stage: fields.stage.value,
    owner: fields.owner.value,
    urgency: fields.urgency.value,
    cost: fields.cost.value,
    tags: readSet(doc, 'tags'),
    affectedItems: readSet(doc, 'affectedItems'),
    supporters: readSupporters(doc).length,
    text: searchText(doc),
    createdBy: creation.by,
    createdAt: creation.at,
    updatedAt,
    conflicts: registerFields.filter((field) => fields[field].standing.length > 1),
  };
}

function searchText(doc: ReadableDocument): string {
  return textFields
    .map((field) => doc.getText(textRoot(field)).toString())
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, searchTextLength);
}
