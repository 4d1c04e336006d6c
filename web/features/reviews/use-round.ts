/** The round in which everybody is asked how satisfied they are, and what this person has said in it. */
import { type PulseValue, pulseRound } from '../../../shared/process/pulse.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { isMe } from '../improvement-words.ts';
import { localDay } from '../local-day.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { useSettings } from '../use-settings.ts';

export type Round = {
  /** The month in which it began. */
  readonly round: string;
  readonly isAnswered: boolean;
};

/** undefined: nobody is asked, or this device has joined nothing. */
export function useRound(): Round | undefined {
  const { services } = useEnvironment();
  const session = useReadable(services.session.state);
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const settings = useSettings();
  const today = localDay(useNow());
  const round = pulseRound(settings?.values.pulseEveryMonths ?? '', today);
  const isGuest = session.type === 'joined' && session.person.roles.join() === 'guest';
  if (session.type === 'local' || isGuest || round === undefined) return undefined;
  const by = settings?.pulses?.find((one) => one.round === round)?.by ?? [];
  return { round, isAnswered: by.some((someone) => isMe(people, me, someone)) };
}

/** Opens the workspace's document for as long as it takes. */
export function useAnswerRound(): (round: string, value: PulseValue) => Promise<void> {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  const write = async (round: string, value: PulseValue | null) => {
    const workspace = await (await services.workspace()).open();
    workspace?.change({ type: 'pulse', round, value });
    await workspace?.close();
  };
  return async (round, value) => {
    await write(round, value);
    showToast({
      text: t('reviews.answered'),
      action: { label: t('app.undo'), onClick: () => void write(round, null) },
    });
  };
}
