/** Records that ask this person how satisfied they are, and the way to say so without going there. */
import type { Someone } from '../../../shared/domain/improvement.ts';
import { isPulseAsked } from '../../../shared/process/pulse-asked.ts';
import { type PulseValue, recordPulse } from '../../../shared/process/pulse.ts';
import { everything } from '../../projection/register-query.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { isMe } from '../improvement-words.ts';
import { useRanked } from '../prioritise/use-ranked.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';

const asking = { ...everything, stages: ['reviewing', 'closed'], sort: 'updated' } as const;
/** Of so many records, those that changed last are looked at. */
const mostRecords = 200;
/** Whoever has not answered by then has nothing to say. */
const askedForDays = 90;
const dayMs = 24 * 60 * 60 * 1000;

export function useAskedPulses(): readonly ListedImprovement[] {
  const { services } = useEnvironment();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const rows = useRanked(asking, mostRecords)?.rows ?? [];
  return rows.filter(
    (row) =>
      isPulseAsked(row, (someone: Someone) => isMe(people, me, someone)) &&
      nowMs - (row.stageSince ?? row.createdAt) < askedForDays * dayMs,
  );
}

/** Opens the record for as long as it takes. */
export function useAnswerPulse(): (row: ListedImprovement, value: PulseValue) => Promise<void> {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  const write = async ({ id }: ListedImprovement, value: PulseValue | null) => {
    const improvement = await services.improvements.open(id);
    improvement?.change({ type: 'score', criterion: recordPulse, value });
    await improvement?.close();
  };
  return async (row, value) => {
    await write(row, value);
    showToast({
      text: t('reviews.answered'),
      action: { label: t('app.undo'), onClick: () => void write(row, null) },
    });
  };
}
