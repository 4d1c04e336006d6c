/** The row of a document, out of the bytes in which the store keeps it, as it stands under its facts. */
import { type DocumentRow, rowUnderFacts } from '../../shared/document/project-document.ts';
import type { ImprovementFacts } from '../../shared/document/projection.ts';
import type { DocumentHead } from './store.ts';

export function readRow(head: DocumentHead): DocumentRow {
  const row = JSON.parse(Buffer.from(head.rowJson).toString()) as DocumentRow;
  return rowUnderFacts(row, factsOf(head));
}

/** As they are told: without a list where there are none. */
export const factsOf = ({ ref, facts }: DocumentHead): ImprovementFacts =>
  facts.length > 0 ? { ref, list: facts } : { ref };
