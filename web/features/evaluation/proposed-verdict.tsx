/** The verdict that the figures propose, and why: the signal, the target, before and after. */
import type { ProposedVerdict } from '../../../shared/process/verdict.ts';
import { MeanChange } from '../charts/mean-change.tsx';
import type { Measured } from '../charts/chart-model.ts';
import type { ValueText } from '../charts/value-text.ts';
import { useWords } from '../environment.ts';
import './proposed-verdict.css';

type ProposedVerdictProps = {
  readonly proposed: ProposedVerdict;
  readonly measured: Pick<Measured, 'better'>;
  readonly text: ValueText;
  /** The record is not closed yet: it may still come otherwise. */
  readonly isSoFar: boolean;
};

export function ProposedVerdictView({ proposed, measured, text, isSoFar }: ProposedVerdictProps) {
  const { t } = useWords();
  const verdict = t(`verdict.${proposed.verdict}`);
  return (
    <div class="proposed-verdict" data-testid="proposed-verdict">
      <p>
        {t(isSoFar ? 'closing.soFar' : 'closing.proposed')} <strong>{verdict}</strong>
      </p>
      <p class="proposed-verdict__why">{useWhy(proposed, text)}</p>
      {proposed.type === 'measured' && (
        <MeanChange compared={proposed.figures.difference} better={measured.better} text={text} />
      )}
    </div>
  );
}

function useWhy(proposed: ProposedVerdict, text: ValueText): string {
  const { t } = useWords();
  if (proposed.type === 'notMeasurable') {
    const { reason, count, needed } = proposed;
    switch (reason) {
      case 'tooFewAfter':
      case 'tooFewBefore':
        return t(`closing.why.${reason}`, { count, needed });
      default:
        return t(`closing.why.${reason}`);
    }
  }
  const { signal, isTargetMet, figures } = proposed;
  const values = { came: text.full(figures.came), target: text.full(figures.target) };
  return [
    t(`closing.signal.${signal}`),
    t(isTargetMet ? 'closing.targetMet' : 'closing.targetMissed', values),
  ].join(' ');
}
