/** Structured logs on stderr, one JSON line each; whatever could open a door is taken out. */
import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

const secrets = ['authorization', 'cookie', '["set-cookie"]', 'token', 'ticket', 'url', 'query'];

export function createLog(): Log {
  return pino(
    {
      base: null,
      redact: {
        paths: secrets.flatMap((name) => redactedAtAnyDepth(name)),
        censor: '[redacted]',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** For tests and benches that look at answers only. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

const redactedAtAnyDepth = (name: string): readonly string[] => {
  const below = name.startsWith('[') ? name : `.${name}`;
  return [name, `*${below}`, `*.*${below}`];
};
