/**
 * Takes out of what is logged whatever could open a door or tells of a person: by the name it is logged under,
 * at any depth, and by its looks inside any sentence.
 */

/** Secrets, and what people wrote. An address may carry a ticket, and a body anything. */
const hiddenNames: ReadonlySet<string> = new Set(
  [
    'authorization cookie cookies set-cookie proof signature secret password',
    'token tokenHash sessionToken sessionHash ticket challenge code_verifier',
    'url query search hash body bytes row rowJson payload content',
    'name displayName email title description text comment tags detail',
  ].flatMap((names) => names.split(' ')),
);

/** Tokens, hashes and keys are long runs of base64url or hex; ids have hyphens and are shorter. */
const secretLooks = /[\w-]{40,}/gu;

/** What stands in a query or a fragment, and from the first to the last quote: engines quote what they can't read. */
const quotedLooks = /[?#]\S+|"[\s\S]*"|'[\s\S]*'|`[\s\S]*`/gu;

const hidden = '[redacted]';

/** Deeper than anything is logged on purpose. */
const maxDepth = 6;

export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Uint8Array || typeof value === 'function') return hidden;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === maxDepth) return hidden;
  if (Array.isArray(value)) return value.map((entry) => redact(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      hiddenNames.has(name) ? hidden : redact(entry, depth + 1),
    ]),
  );
}

const redactText = (text: string): string =>
  text.replace(secretLooks, hidden).replace(quotedLooks, hidden);

/** What an error quotes is what it could not read: somebody's words. Where it happened is kept. */
function redactError(error: Error, depth: number): object {
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    message: redactText(error.message),
    stack: framesOf(error),
    ...(code === undefined ? {} : { code }),
    ...(error.cause === undefined || depth === maxDepth
      ? {}
      : { cause: redact(error.cause, depth + 1) }),
  };
}

/** Without the message, which the stack repeats. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .join('\n');
