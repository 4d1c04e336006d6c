/** The history of a record as its section shows it: read when it is opened and again after each change, older pages on demand. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { HistoryEntry, HistoryField } from '../../../shared/protocol/history.ts';
import type { HistoryPage, UnsentEdit } from '../../services/history.ts';
import { useEnvironment } from '../environment.ts';

export type ReadHistory = {
  /** `stale`: the server could not be asked; `entries` are what was read at `readAt`, if ever. */
  readonly state: 'reading' | 'current' | 'stale';
  readonly readAt: number | undefined;
  readonly entries: readonly HistoryEntry[];
  readonly unsent: readonly UnsentEdit[];
  readonly hasOlder: boolean;
  readonly isReadingOlder: boolean;
  readonly readOlder: () => void;
};

/** Others type letter by letter: the server is asked when they pause. */
const pauseMs = 400;

type Shown = Pick<ReadHistory, 'state' | 'readAt' | 'entries' | 'unsent'> & {
  /** Which fields it is about. */
  readonly about: string;
  readonly before: string | undefined;
};

const nothing: Omit<Shown, 'about'> = {
  state: 'reading',
  readAt: undefined,
  entries: [],
  unsent: [],
  before: undefined,
};

/** `fields`: undefined = everything. `version` changes whenever the document does. */
export function useHistory(
  id: DocumentId,
  fields: readonly HistoryField[] | undefined,
  version: string,
): ReadHistory {
  const { services } = useEnvironment();
  const about = fields?.join() ?? '';
  const [shown, setShown] = useState<Shown>({ ...nothing, about });
  const [isReadingOlder, setReadingOlder] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const history = await services.history();
      const [answer, unsent] = await Promise.all([
        history.read(id, { fields }),
        history.unsent(id),
      ]);
      if (!isCurrent) return;
      const last = answer.ok ? undefined : history.lastRead(id, fields);
      const page: HistoryPage = answer.ok
        ? answer.value
        : (last?.page ?? { entries: [], before: undefined });
      setShown((before) => ({
        ...withOlder(before.about === about ? before : undefined, page),
        state: answer.ok ? 'current' : 'stale',
        readAt: last?.readAt,
        unsent,
        about,
      }));
    };
    const timer = setTimeout(
      () => void read(),
      shown.state === 'reading' || shown.about !== about ? 0 : pauseMs,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [id, about, version]);

  const readOlder = async () => {
    setReadingOlder(true);
    const history = await services.history();
    const answer = await history.read(id, { fields, before: shown.before });
    setReadingOlder(false);
    setShown((now) => {
      if (now.about !== about) return now;
      if (!answer.ok) return { ...now, state: 'stale' };
      return {
        ...now,
        entries: [...now.entries, ...answer.value.entries],
        before: answer.value.before,
      };
    });
  };

  const current = shown.about === about ? shown : { ...nothing, about };
  return {
    ...current,
    hasOlder: current.before !== undefined,
    isReadingOlder,
    readOlder: () => void readOlder(),
  };
}

/** A new first page in front of the older ones that were read, if the two meet. */
function withOlder(shown: Shown | undefined, page: HistoryPage): Pick<Shown, 'entries' | 'before'> {
  const oldest = page.entries.at(-1);
  if (oldest === undefined || page.before === undefined || shown === undefined) return page;
  const meet = shown.entries.findIndex((entry) => keyOfEntry(entry) === keyOfEntry(oldest));
  if (meet < 0) return page;
  return { entries: [...page.entries, ...shown.entries.slice(meet + 1)], before: shown.before };
}

/** One update may be told of in several entries, each about other things. */
export const keyOfEntry = ({ seq, changes }: HistoryEntry): string =>
  `${seq} ${changes.map((change) => `${change.type}${String(change['field'] ?? '')}`).join(' ')}`;
