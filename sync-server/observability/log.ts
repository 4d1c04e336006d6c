/** Structured logs on stderr, one JSON line each; whatever could open a door or tells of a person is taken out. */
import { type DestinationStream, type Logger, pino } from 'pino';
import { redact } from './redact.ts';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** `destination`: where lines go, by default stderr. */
export function createLog(
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  const log = (fields: object) => redact(fields) as Record<string, unknown>;
  // Errors are plain objects by then; pino's own serializer would take them apart again.
  const serializers = { err: (err: unknown) => err };
  return pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { log }, serializers },
    destination,
  );
}

/** For tests and benches that look at answers only. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
