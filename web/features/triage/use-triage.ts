/** What waits for a first answer, as this person sees it: theirs to answer, and what has an answer on its way. */
import { useEffect, useState } from 'preact/hooks';
import { noSettings } from '../../../shared/document/workspace-document.ts';
import { ownedItems } from '../../../shared/process/product-owners.ts';
import { may, stranger } from '../../../shared/process/permissions.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment } from '../environment.ts';
import { isMe } from '../improvement-words.ts';
import { useNow } from '../use-now.ts';
import { useSettings } from '../use-settings.ts';
import { useReadable } from '../use-readable.ts';

/** Who was asked to look at an idea has this long before it is everybody's again. */
const routedForMs = 7 * 24 * 60 * 60 * 1000;
const rowsAtMost = 200;

export type TriageQueue = {
  /** Newest first. */
  readonly rows: readonly ListedImprovement[];
  /** May be more than the rows. */
  readonly total: number;
  /** Answered here; the server has still to take it. */
  readonly pending: readonly ListedImprovement[];
  readonly mayAnswer: boolean;
};

/** undefined until the first answer of the storage. */
export function useTriage(): TriageQueue | undefined {
  const { services } = useEnvironment();
  const [found, setFound] = useState<{
    readonly total: number;
    readonly rows: readonly ListedImprovement[];
  }>();
  useEffect(() => services.register.watchTriage(rowsAtMost, setFound), []);
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const session = useReadable(services.session.state);
  const settings = useSettings();
  const nowMs = useNow();
  if (found === undefined) return undefined;
  const mayAnswerAll =
    session.type === 'local' ||
    may({ roles: session.person.roles, editing: session.editing }, 'triage', stranger);
  const owned = ownedItems(settings ?? noSettings, (someone) => isMe(people, me, someone));
  // A product owner answers what is about their products, and sees that alone here.
  const isOwn = ({ affectedItems }: ListedImprovement) =>
    affectedItems.some((item) => owned.includes(item));
  const isForAll = mayAnswerAll || owned.length === 0;

  const isOthers = ({ owner, createdAt }: ListedImprovement) =>
    owner !== '' && !isMe(people, me, owner) && nowMs - createdAt < routedForMs;
  const concerned = found.rows.filter((row) => !isOthers(row) && (isForAll || isOwn(row)));
  const rows = concerned.filter(({ pending }) => pending === undefined);
  return {
    rows,
    total: rows.length + (isForAll ? found.total - found.rows.length : 0),
    pending: concerned.filter(({ pending }) => pending !== undefined),
    mayAnswer: mayAnswerAll || owned.length > 0,
  };
}
