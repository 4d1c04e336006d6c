/** Structured logs on stderr, one JSON line each; whatever could open a door is taken out. */
import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

const secrets = ['authorization', 'cookie', '["set-cookie"]', 'token', 'ticket', 'url', 'query'];

/** `destination`: where lines go, by default stderr. */
export function createLog(
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  const redact = { paths: secrets.flatMap(redactedAtAnyDepth), censor: '[redacted]' };
  return pino({ base: null, redact }, destination);
}

/** For tests and benches that look at answers only. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

const redactedAtAnyDepth = (name: string): readonly string[] => {
  const below = name.startsWith('[') ? name : `.${name}`;
  return [name, `*${below}`, `*.*${below}`];
};
