/** How satisfied everybody was, round by round. */
import { Section, SectionLine } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { useSettings } from '../use-settings.ts';
import { pulseText } from './pulse-question.tsx';

/** Of so many rounds, the latest. */
const shownRounds = 8;

/** Nothing while nobody has answered. */
export function RoundsSection() {
  const words = useWords();
  const { t, format } = words;
  const pulses = useSettings()?.pulses ?? [];
  if (pulses.length === 0) return null;
  return (
    <Section title={t('reviews.rounds')}>
      {pulses
        .slice(-shownRounds)
        .toReversed()
        .map(({ round, values }) => (
          <SectionLine
            key={round}
            label={t('reviews.from', { day: format.date(Date.parse(`${round}-01T00:00`)) })}
            hint={pulseText(values, words)}
          />
        ))}
    </Section>
  );
}
