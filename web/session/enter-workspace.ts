/** What follows from a sign-in of whatever kind: the workspace's replica becomes the current one, and is left no more. */
import type { SessionAnswer } from '../../shared/protocol/session.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { JoinedSession } from '../local/device-database.ts';
import { storageFailureOf } from '../local/storage-failure.ts';
import type { StorageFailure } from '../services.ts';
import type { SessionDeps } from './session.ts';

export async function enterWorkspace(
  { device: { rows }, enter, report }: Pick<SessionDeps, 'device' | 'enter' | 'report'>,
  answer: SessionAnswer,
): Promise<Result<JoinedSession, StorageFailure>> {
  const session = { ...answer, replica: replicaOf(answer) };
  try {
    await rows.db.transaction('rw', rows, async () => {
      await rows.put({ k: 'session', session });
      await rows.delete(`left:${session.replica}`);
    });
    await enter(session);
    return ok(session);
  } catch (error) {
    report('entering the workspace', error);
    return err(storageFailureOf(error));
  }
}

const replicaOf = ({ serverId, workspace, person }: SessionAnswer): string =>
  `gemba:${serverId}:${workspace.id}:${person.id}`;
