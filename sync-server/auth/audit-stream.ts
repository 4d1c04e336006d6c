/** The audit trail of a workspace as a stream of lines: as much is read as the reader takes. */
import type { WorkspaceId } from '../../shared/domain/ids.ts';
import { auditLine } from '../store/audit-line.ts';
import type { HistoryStore } from '../store/history-store.ts';

const rowsAtOnce = 500;

export function auditStream(
  store: Pick<HistoryStore, 'readAudit'>,
  workspace: WorkspaceId,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after = 0;
  return new ReadableStream({
    async pull(controller) {
      const rows = await store.readAudit(workspace, after, rowsAtOnce);
      for (const row of rows) controller.enqueue(encoder.encode(auditLine(workspace, row)));
      after = rows.at(-1)?.n ?? after;
      if (rows.length < rowsAtOnce) controller.close();
    },
  });
}
