/** Erasing a person for good: an administrator's act, or the command line's. */
import type { ClockDep } from '../../shared/deps.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/process/permissions.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Log } from '../observability/log.ts';
import type { CommitQueue } from '../replication/commit-queue.ts';
import type { Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';
import type { PeopleChange } from './members.ts';

type Deps = ClockDep & {
  readonly store: Store;
  readonly log: Log;
  readonly queue: Pick<CommitQueue, 'betweenBatches'>;
  readonly onPeopleChanged: (change: PeopleChange) => void;
};

/** `notAllowed` for who may not, `notFound` for nobody, `lastAdministrator` for oneself without another. */
export async function erasePerson(
  { store, log, nowMs, queue, onPeopleChanged }: Deps,
  { workspace, person: by }: Session,
  person: PersonId,
): Promise<Result<object, Refusal>> {
  if (!may({ roles: by.roles, editing: 'involved' }, 'erasePerson')) return err(notAllowed);
  const people = await store.listPeople(workspace);
  const isOtherAdministrator = people.some(
    ({ id, roles, isRemoved }) => id !== person && !isRemoved && roles.includes('admin'),
  );
  if (!isOtherAdministrator) return err(lastOne);
  const erasure = { workspace, person, by: by.id, atMs: nowMs() };
  const isErased = await queue.betweenBatches(() => store.erasePerson(erasure));
  if (!isErased) return err(unknownPerson);
  onPeopleChanged({ type: 'removed', workspace, person });
  // It is erased; that its bytes are still in the file is for whoever looks after the disk.
  await store.compact().catch((error: unknown) => {
    log.error({ err: error }, 'the database could not be rewritten after an erasure');
  });
  return ok({});
}

const notAllowed = refusal('notAllowed', 'Administrators erase people.');
const unknownPerson = refusal('notFound', 'There is no such person.', 'person');
const lastOne = refusal(
  'lastAdministrator',
  'The last administrator stays: make another one first.',
);
