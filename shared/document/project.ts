/** The projection of a record: one pure function, the same on the device and on the server. */
import { type DocumentId, localNumber } from '../domain/ids.ts';
import {
  type ImprovementRow,
  registerFields,
  searchTextLength,
  textFields,
  workStages,
} from '../domain/improvement.ts';
import { foldFacts, isFact, stageOf } from '../process/facts.ts';
import { readCreation, readFields, readSet, readSupporters } from './read-document.ts';
import type { ImprovementFacts } from './projection.ts';
import type { ReadableDocument } from './readable-document.ts';
import { textRoot } from './schema.ts';

/** Total: any document gives a row. `updatedAt` is when the latest edit reached whoever projects (Unix ms). */
export function project(
  id: DocumentId,
  doc: ReadableDocument,
  facts: ImprovementFacts,
  updatedAt: number,
): ImprovementRow {
  const creation = readCreation(doc);
  const fields = readFields(doc);
  const watchers = readSet(doc, 'watchers');
  const row: ImprovementRow = {
    id,
    type: 'improvement',
    ref: '',
    localNumber: localNumber(id),
    title: fields.title.value,
    stage: fields.stage.value,
    workStage: fields.stage.value,
    owner: fields.owner.value,
    urgency: fields.urgency.value,
    cost: fields.cost.value,
    tags: readSet(doc, 'tags'),
    affectedItems: readSet(doc, 'affectedItems'),
    supporters: readSupporters(doc).length,
    ...ifSet('value', fields.value.value),
    ...ifSet('effort', fields.effort.value),
    ...ifSet('dueOn', fields.dueOn.value),
    ...ifSet('team', fields.team.value),
    ...ifSet('supplier', fields.supplier.value),
    ...(watchers.length > 0 && { watchers }),
    ...(fields.visibility.value === 'private' && { visibility: 'private' }),
    text: searchText(doc),
    createdBy: creation.by,
    createdAt: creation.at,
    updatedAt,
    conflicts: registerFields.filter((field) => fields[field].standing.length > 1),
  };
  return withFacts(row, facts);
}

/** What is not set takes no room in a row: there may be a hundred thousand of them. */
const ifSet = <K extends string, V extends string>(key: K, value: V | '') =>
  (value === '' ? {} : { [key]: value }) as { readonly [Key in K]?: V };

/** The row under these facts, whichever it was made under: they may change while the document does not. */
export function withFacts(row: ImprovementRow, facts: ImprovementFacts): ImprovementRow {
  const list = facts.list ?? [];
  const decisions = foldFacts(list);
  const workStage = row.workStage ?? workStages.find((stage) => stage === row.stage) ?? 'idea';
  const end = decisions.end;
  return {
    ...row,
    ref: facts.ref,
    workStage,
    stage: stageOf(workStage, decisions),
    isEscalated: decisions.escalation !== undefined,
    isAcknowledged: decisions.acknowledged !== undefined,
    duplicateOf:
      end !== undefined && isFact(end, 'markDuplicate') ? (end.said.of as DocumentId) : '',
    updatedAt: Math.max(row.updatedAt, list.at(-1)?.at ?? 0),
  };
}

function searchText(doc: ReadableDocument): string {
  return textFields
    .map((field) => doc.getText(textRoot(field)).toString())
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, searchTextLength);
}
