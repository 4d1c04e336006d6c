/** One objective in the tree: what it is about, how far it has come, and what serves it. */
import type { Item } from '../../../shared/document/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { objectiveProgress } from '../../../shared/process/objectives.ts';
import { formatQuery } from '../../projection/query-address.ts';
import { everything } from '../../projection/register-query.ts';
import { pathTo } from '../../routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { StageMark } from '../../ui/stage-mark.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf, stageShapes } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { disputedFields } from '../workspace/item-conflicts.tsx';
import { type StageCounts, totalOf } from './use-objective-stages.ts';
import './objective-line.css';

/** Deeper levels stand where this one does: a phone has no room for more. */
const deepest = 4;

type ObjectiveLineProps = {
  readonly objective: Item<'objectives'>;
  readonly depth: number;
  /** undefined: not counted yet. */
  readonly stages: StageCounts | undefined;
  /** undefined: to be read only. */
  readonly onOpen: (() => void) | undefined;
};

export function ObjectiveLine({ objective, depth, stages, onOpen }: ObjectiveLineProps) {
  const { t } = useWords();
  const { title } = objective.values;
  const name = title === '' ? t('direction.untitled') : title;
  const isDisputed = disputedFields(objective).length > 0;
  return (
    <li
      class={`objective-line objective-line--depth-${Math.min(depth, deepest)}`}
      data-testid="objective"
    >
      {onOpen === undefined ? (
        <h3 class="objective-line__title">{name}</h3>
      ) : (
        <h3 class="objective-line__title">
          <button type="button" class="objective-line__open" onClick={onOpen}>
            <span>{name}</span>
            <Icon name="forward" />
          </button>
        </h3>
      )}
      {isDisputed && (
        <p class="objective-line__warn">
          <Icon name="fork" />
          {t('direction.disputed')}
        </p>
      )}
      <Facts objective={objective} />
      <Progress objective={objective} />
      {stages !== undefined && <Served id={objective.id} stages={stages} />}
    </li>
  );
}

function Facts({ objective: { values } }: Pick<ObjectiveLineProps, 'objective'>) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const period = usePeriod(values);
  const facts = [
    values.measure,
    values.owner === '' ? '' : nameOf(people, me, values.owner as Someone, t),
    period,
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? null : <p class="objective-line__facts">{facts.join(' · ')}</p>;
}

function usePeriod({ startsOn, endsOn }: Item<'objectives'>['values']): string {
  const { t, format } = useWords();
  const day = (text: string) => format.date(Date.parse(`${text}T00:00`));
  if (startsOn !== '' && endsOn !== '') {
    return t('direction.fromTo', { from: day(startsOn), to: day(endsOn) });
  }
  if (endsOn !== '') return t('direction.until', { to: day(endsOn) });
  return startsOn === '' ? '' : t('direction.since', { from: day(startsOn) });
}

/** A figure that can't be told says why; without any value there is nothing to tell. */
function Progress({ objective: { values } }: Pick<ObjectiveLineProps, 'objective'>) {
  const { t, format } = useWords();
  const { baseline, current, target, unit } = values;
  if (baseline === '' && current === '' && target === '') return null;
  const progress = objectiveProgress(values);
  const said = (value: number | '') =>
    value === '' ? '' : t('direction.value', { value: format.number(value), unit }).trim();
  if (progress.type === 'undefined') {
    return (
      <p class="objective-line__facts">
        {target !== '' && `${t('direction.targetIs', { value: said(target) })} · `}
        {t(`direction.why.${progress.why}`)}
      </p>
    );
  }
  const percent = Math.round(progress.share * 100);
  return (
    <div class="objective-line__progress">
      <progress
        class="objective-line__bar"
        max={100}
        value={percent}
        aria-label={t('direction.progress')}
      />
      <p class="objective-line__facts figures">
        {t('direction.measured', {
          current: said(current),
          baseline: said(baseline),
          target: said(target),
          percent: format.number(percent),
        })}
      </p>
    </div>
  );
}

function Served({ id, stages }: { readonly id: string; readonly stages: StageCounts }) {
  const { t } = useWords();
  const total = totalOf(stages);
  if (total === 0) return <p class="objective-line__facts">{t('direction.unservedOne')}</p>;
  const address = pathTo.registerWith(formatQuery({ ...everything, objectives: [id] }));
  return (
    <div class="objective-line__served">
      <a class="objective-line__link" href={address}>
        {t('direction.served', { count: total })}
      </a>
      <ul class="objective-line__stages">
        {stages.map(({ stage, count }) => (
          <li class="objective-line__stage" key={stage}>
            <StageMark shape={stageShapes[stage]} />
            {t('direction.inStage', { stage: t(`stage.${stage}`), count })}
          </li>
        ))}
      </ul>
    </div>
  );
}
