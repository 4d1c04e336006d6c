/** What happened: a record's history for whoever may read it, the audit trail for whoever answers for it. */
import { Hono } from 'hono';
import { type Hlc, hlcToMs } from '../../shared/domain/hlc.ts';
import { type DocumentId, isUuid } from '../../shared/domain/ids.ts';
import { may } from '../../shared/process/permissions.ts';
import {
  type HistoryAnswer,
  historyFields,
  historyLimits,
  offlineAfterMs,
} from '../../shared/protocol/history.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { auditStream } from '../auth/audit-stream.ts';
import { mayReadRecord, whoIs } from '../auth/readers.ts';
import type { HistoryCursor, HistoryEntry, HistoryQuery } from '../store/history-store.ts';
import { requireSession, type RouteDeps, type SessionEnv } from './context.ts';
import { json } from './json-body.ts';
import { problemResponse } from './problem.ts';

export function createHistoryRoutes(deps: RouteDeps): Hono<SessionEnv> {
  const { store } = deps;
  const routes = new Hono<SessionEnv>();
  const checkSession = requireSession(deps);

  routes.get(`${paths.history}/:docId`, checkSession, async (c) => {
    const { session } = c.var;
    const query = readQuery(c.req.query());
    if (!query.ok) return problemResponse(query.error);
    const docId = c.req.param('docId');
    if (!isUuid(docId)) return problemResponse(unknownDocument);
    const isReader = await mayReadRecord(store, session, docId as DocumentId);
    const page = isReader
      ? await store.readHistory(session.workspace, docId as DocumentId, query.value)
      : undefined;
    if (page === undefined) return problemResponse(unknownDocument);
    return json(c, {
      entries: page.entries.map(toAnswer),
      before: page.before && `${page.before.seq}.${page.before.part}`,
    } satisfies HistoryAnswer);
  });

  routes.get(paths.auditExport, checkSession, (c) => {
    const { session } = c.var;
    if (!may(whoIs(session), 'exportAudit')) return problemResponse(noAuditor);
    return c.body(auditStream(store, session.workspace), 200, {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="gemba-audit.jsonl"',
      'cache-control': 'no-store',
    });
  });

  return routes;
}

const unknownDocument = refusal('notFound', 'There is no such document.', 'docId');
const noAuditor = refusal(
  'notAllowed',
  'Only administrators and evaluators export the audit trail.',
);

function readQuery(query: Readonly<Record<string, string>>): Result<HistoryQuery, Refusal> {
  const { limit = String(historyLimits.entries), field, before } = query;
  const entries = /^\d{1,3}$/u.test(limit) ? Number(limit) : 0;
  if (entries < 1 || entries > historyLimits.entriesAtMost) return err(malformed('limit'));
  const fields = field?.split(',');
  if (fields?.every((name) => (historyFields as readonly string[]).includes(name)) === false) {
    return err(malformed('field'));
  }
  const cursor = before === undefined ? undefined : parseCursor(before);
  return before !== undefined && cursor === undefined
    ? err(malformed('before'))
    : ok({ before: cursor, limit: entries, fields });
}

const malformed = (field: string): Refusal =>
  refusal('malformed', `${field} is not what it may be.`, field);

function parseCursor(text: string): HistoryCursor | undefined {
  const [, seq, part] = /^(\d{1,15})\.([A-Za-z]{0,40})$/u.exec(text) ?? [];
  return seq === undefined || part === undefined ? undefined : { seq: Number(seq), part };
}

function toAnswer({ hlc, deviceName, ...entry }: HistoryEntry): HistoryAnswer['entries'][number] {
  const writtenAt = hlc === '' ? entry.at : hlcToMs(hlc as Hlc);
  return {
    ...entry,
    people: [...entry.people],
    changes: [...entry.changes],
    ...(Math.abs(entry.at - writtenAt) > offlineAfterMs ? { writtenAt } : {}),
    ...(deviceName === '' ? {} : { deviceName }),
  };
}
