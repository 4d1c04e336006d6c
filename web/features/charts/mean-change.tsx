/** Before and after a change: both means, and how surely they differ, as a bar against nought and in words. */
import type { Direction } from '../../../shared/domain/measure.ts';
import type {
  Difference,
  DifferenceRefusal,
  Sample,
} from '../../../shared/statistics/before-after.ts';
import type { Result } from '../../../shared/result.ts';
import { useWords } from '../environment.ts';
import { extentOf } from './scale.ts';
import type { ValueText } from './value-text.ts';
import './mean-change.css';

type MeanChangeProps = {
  readonly compared: Result<Difference, DifferenceRefusal>;
  readonly better: Direction;
  readonly text: ValueText;
};

export function MeanChange({ compared, better, text }: MeanChangeProps) {
  const { t } = useWords();
  if (!compared.ok) {
    const { error } = compared;
    return (
      <p class="mean-change__said">
        {error.code === 'tooFew'
          ? t('charts.tooFewBoth', {
              before: error.before,
              after: error.after,
              needed: error.needed,
            })
          : t('charts.noSpread', { value: text.signed(error.difference) })}
      </p>
    );
  }
  const { before, after, difference, low, high } = compared.value;
  const holdsNought = low <= 0 && high >= 0;
  const isBetter = difference > 0 === (better === 'higher');
  return (
    <div class="mean-change" data-testid="mean-change">
      <dl class="mean-change__means figures">
        <Mean label={t('charts.before')} sample={before} text={text} />
        <Mean label={t('charts.after')} sample={after} text={text} />
      </dl>
      <Interval difference={difference} low={low} high={high} />
      <p class="mean-change__said">
        {t('charts.difference', {
          value: text.signed(difference),
          low: text.signed(low),
          high: text.signed(high),
        })}{' '}
        <strong>
          {t(holdsNought ? 'charts.byChance' : isBetter ? 'charts.gotBetter' : 'charts.gotWorse')}
        </strong>
      </p>
    </div>
  );
}

type MeanProps = { readonly label: string; readonly sample: Sample; readonly text: ValueText };

function Mean({ label, sample, text }: MeanProps) {
  const { t } = useWords();
  return (
    <div>
      <dt class="mean-change__label">{label}</dt>
      <dd class="mean-change__mean">
        {text.full(sample.mean)}{' '}
        <span class="mean-change__count">{t('charts.readings', { count: sample.count })}</span>
      </dd>
    </div>
  );
}

type IntervalProps = { readonly difference: number; readonly low: number; readonly high: number };

const [width, height] = [280, 40];

/** The interval as a bar, with nought as the line that it should not touch. */
function Interval({ difference, low, high }: IntervalProps) {
  const extent = extentOf([0, low, high]);
  const x = (value: number) => ((value - extent.low) * width) / (extent.high - extent.low);
  return (
    <svg
      class="mean-change__interval"
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <line class="mean-change__nought" x1={x(0)} x2={x(0)} y1={4} y2={24} />
      <text class="mean-change__number" x={x(0)} y={37} text-anchor="middle">
        0
      </text>
      <path
        class="mean-change__bar"
        d={`M${x(low)} 9V19M${x(low)} 14H${x(high)}M${x(high)} 9V19`}
      />
      <circle class="mean-change__point" cx={x(difference)} cy={14} r={4} />
    </svg>
  );
}
