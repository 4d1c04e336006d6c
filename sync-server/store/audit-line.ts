/** The audit trail as text: one row, one line of JSON, with all that is needed to follow the hashes. */
import { bytesToHex } from '../../shared/domain/ids.ts';
import type { WorkspaceId } from '../../shared/domain/ids.ts';
import type { AuditRow } from './history-store.ts';

/**
 * hash = SHA-256(hash of the row before ‖ payloadHash ‖ UTF-8 of the JSON `[n,at,kind,ws,doc]`),
 * payloadHash = SHA-256(salt ‖ payload), both null once erased; before the first row stand 32 zero bytes.
 */
export const auditLine = (ws: WorkspaceId, { n, at, kind, payload, ...row }: AuditRow): string =>
  `${JSON.stringify({
    ws,
    n,
    at,
    kind,
    doc: row.doc,
    payload,
    salt: row.salt && bytesToHex(row.salt),
    payloadHash: bytesToHex(row.payloadHash),
    hash: bytesToHex(row.hash),
  })}\n`;
