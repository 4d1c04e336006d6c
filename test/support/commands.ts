/** Commands as a device that has seen a record would send them. */
import { createHash } from 'node:crypto';
import { createUuidV7, type DocumentId, type Uid } from '../../shared/domain/ids.ts';
import type { DocumentRow } from '../../shared/document/project-document.ts';
import type { Command, CommandRequest } from '../../shared/process/commands.ts';
import { type Fact, foldFacts } from '../../shared/process/facts.ts';
import { versionBasis } from '../../shared/process/version.ts';
import { recordRow } from './record-row.ts';
import { systemDeps } from './sync-core.ts';

/** What was asked, decided upon the record as `row` and `facts` show it. */
export function commandOn(
  asked: CommandRequest,
  row: Parameters<typeof versionBasis>[1],
  facts: readonly Fact[] = [],
): Command {
  const { factSeq, declaredText } = versionBasis(asked.type, row, foldFacts(facts));
  const fieldsHash = createHash('sha256').update(declaredText).digest('hex');
  return { ...asked, expectedVersion: { factSeq, fieldsHash } };
}

type Seen = {
  readonly docId: string;
  readonly row: DocumentRow;
  readonly facts: { readonly list?: readonly Fact[] | undefined };
};

/** The item that carries it. */
export const commandItem = (asked: CommandRequest, seen: Seen) => ({
  docId: seen.docId as DocumentId,
  uid: createUuidV7<Uid>(systemDeps),
  command: commandOn(asked, recordRow(seen), seen.facts.list),
});
