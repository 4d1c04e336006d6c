/** In Me: that somebody would like to know how satisfied this person is. */
import { pathToPage } from '../../page-paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../environment.ts';
import { useAskedPulses } from './use-asked-pulses.ts';
import { useRound } from './use-round.ts';

export function PulseNotice() {
  const { t } = useWords();
  const round = useRound();
  const records = useAskedPulses().length;
  const count = records + (round === undefined || round.isAnswered ? 0 : 1);
  if (count === 0) return null;
  return (
    <Notice tone="calm" icon="eye" text={t('reviews.askedOfMe', { count })}>
      <ButtonLink href={pathToPage.reviews}>{t('reviews.answer')}</ButtonLink>
    </Notice>
  );
}
