/** The row of a document, out of the bytes in which the store keeps it, as it stands under its facts. */
import { withFacts } from '../../shared/document/project.ts';
import type { ImprovementFacts } from '../../shared/document/projection.ts';
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import type { DocumentHead } from './store.ts';

export function readRow(head: DocumentHead): ImprovementRow {
  const row = JSON.parse(Buffer.from(head.rowJson).toString()) as ImprovementRow;
  return withFacts(row, factsOf(head));
}

/** As they are told: without a list where there are none. */
export const factsOf = ({ ref, facts }: DocumentHead): ImprovementFacts =>
  facts.length > 0 ? { ref, list: facts } : { ref };
