/** Tells a person on this device, day by day, which measures are to be taken. */
import type { ClockDep } from '../../shared/deps.ts';
import { isMeasureId } from '../../shared/domain/document-kinds.ts';
import type { ActorId } from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import { ownReadingsDue, readingNotice } from '../../shared/process/reading-due.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { Identity } from '../local/identity.ts';
import type { ReplicaStore } from '../local/replica-store.ts';

export type ReadingsDueDeps = ClockDep &
  TimersDep &
  ReportDep & {
    readonly store: Pick<ReplicaStore, 'readMeasures' | 'tellReadingsDue' | 'changes'>;
    readonly identity: Pick<Identity, 'actor'>;
    readonly whoIs: (actor: ActorId) => Someone;
    /** The day on this device's calendar. */
    readonly dayOf: (ms: number) => string;
  };

/** A day begins at another moment for everybody; nobody waits for the minute. */
const lookEveryMs = 30 * 60 * 1000;

/** At once, with every change of a measure, and while the app stays open. */
export function tellReadingsDue(deps: ReadingsDueDeps): () => void {
  const { store, identity } = deps;
  let telling: Promise<void> = Promise.resolve();
  let isStopped = false;
  let cancelTimer: (() => void) | undefined;
  const isMe = (someone: Someone) => deps.whoIs(someone as ActorId) === deps.whoIs(identity.actor);

  async function tell(): Promise<void> {
    try {
      const rows = await store.readMeasures();
      if (isStopped) return;
      const nowMs = deps.nowMs();
      const today = deps.dayOf(nowMs);
      // What is due today is news of this moment.
      const beganAt = (day: string) => (day === today ? nowMs : Date.parse(`${day}T00:00`));
      const notices = ownReadingsDue(rows, today, isMe).map((row) =>
        readingNotice(row, beganAt(row.dueOn)),
      );
      await store.tellReadingsDue(notices);
    } catch (cause) {
      deps.report('telling of readings that are due', cause);
    }
  }
  const look = () => {
    telling = telling.then(tell);
  };
  const lookLater = () => {
    cancelTimer = deps.setTimer(lookEveryMs, () => {
      look();
      lookLater();
    });
  };
  const stop = store.changes.subscribe((change) => {
    const isAbout =
      change.type === 'everything' ||
      (change.type === 'documents' && change.docIds.some(isMeasureId));
    if (isAbout) look();
  });
  look();
  lookLater();
  return () => {
    isStopped = true;
    stop();
    cancelTimer?.();
  };
}
