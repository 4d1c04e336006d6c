/** Every filter, the order and the headings, in one sheet; the list behind it follows at once. */
import { stages } from '../../../shared/domain/improvement.ts';
import { filterMarks } from '../../projection/record-marks.ts';
import {
  levelsOrNone,
  noObjective,
  type RegisterQuery,
  unfiltered,
} from '../../projection/register-query.ts';
import type { OwnViewService } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ToggleChips } from '../../ui/toggle-chips.tsx';
import { useWords } from '../environment.ts';
import { objectiveTitle } from '../direction/objective-title.ts';
import { useSettings } from '../use-settings.ts';
import {
  AssessmentSelect,
  DaySelect,
  GroupSelect,
  OwnerSelect,
  SortSelect,
  WaitingSelect,
} from './filter-selects.tsx';
import { OwnViewsPart } from './own-views-part.tsx';
import type { View } from './use-views.ts';
import './filter-sheet.css';

type FilterSheetProps = {
  readonly query: RegisterQuery;
  readonly total: number | undefined;
  readonly views: readonly View[];
  /** undefined: own views are not there (yet). */
  readonly service: OwnViewService | undefined;
  readonly onQuery: (query: RegisterQuery) => void;
  readonly onClose: () => void;
};

const longestEntry = 60;

export function FilterSheet(props: FilterSheetProps) {
  const { query, total, onQuery, onClose } = props;
  const { t } = useWords();
  const set = (change: Partial<RegisterQuery>) => onQuery({ ...query, ...change });
  const objectives = useObjectiveOptions(query);
  const levels = levelsOrNone.map((value) => ({ value, label: t(`level.${value}`) }));
  return (
    <Sheet title={t('find.filters')} closeLabel={t('app.close')} onClose={onClose}>
      <div class="filter-sheet">
        <div class="filter-sheet__pair">
          <SortSelect query={query} onQuery={onQuery} />
          <GroupSelect query={query} onQuery={onQuery} />
        </div>
        <ToggleChips
          label={t('field.stage')}
          options={stages.map((value) => ({ value, label: t(`stage.${value}`) }))}
          chosen={query.stages}
          onChange={(chosen) => set({ stages: chosen })}
        />
        <div class="filter-sheet__pair">
          <OwnerSelect query={query} onQuery={onQuery} />
          <WaitingSelect query={query} onQuery={onQuery} />
        </div>
        <AssessmentSelect query={query} onQuery={onQuery} />
        <ToggleChips
          label={t('field.urgency')}
          options={levels}
          chosen={query.urgency}
          onChange={(urgency) => set({ urgency })}
        />
        <ToggleChips
          label={t('field.cost')}
          options={levels}
          chosen={query.cost}
          onChange={(cost) => set({ cost })}
        />
        {(['tags', 'affectedItems'] as const).map((field) => (
          <div key={field}>
            <p class="filter-sheet__label">{t(`field.${field}`)}</p>
            <Chips
              label={t(`field.${field}`)}
              addLabel={t(`find.add.${field}`)}
              entries={query[field]}
              removeLabel={(entry) => t('find.takeOff', { filter: entry })}
              onAdd={(entry) => {
                set({ [field]: [...query[field], entry.slice(0, longestEntry)] });
                return undefined;
              }}
              onRemove={(entry) => set({ [field]: query[field].filter((one) => one !== entry) })}
            />
          </div>
        ))}
        {objectives.length > 0 && (
          <ToggleChips
            label={t('field.objectives')}
            options={[...objectives, { value: noObjective, label: t('find.noObjective') }]}
            chosen={query.objectives}
            onChange={(chosen) => set({ objectives: chosen })}
          />
        )}
        <div class="filter-sheet__pair">
          <DaySelect name="updated" query={query} onQuery={onQuery} />
          <DaySelect name="created" query={query} onQuery={onQuery} />
        </div>
        <Choices
          label={t('find.only')}
          options={[
            ...filterMarks.map((mark) => ({ value: mark, label: t(`find.mark.${mark}`) })),
            { value: 'tasks' as const, label: t('find.myTasks') },
            { value: 'where' as const, label: t('find.onThisDevice') },
          ]}
          chosen={[
            ...query.marks,
            ...(query.tasks === '' ? [] : (['tasks'] as const)),
            ...(query.where === '' ? [] : (['where'] as const)),
          ]}
          onChange={(chosen) =>
            set({
              marks: filterMarks.filter((mark) => chosen.includes(mark)),
              tasks: chosen.includes('tasks') ? 'mine' : '',
              where: chosen.includes('where') ? 'device' : '',
            })
          }
        />
        {props.service !== undefined && (
          <OwnViewsPart query={query} views={props.views} service={props.service} />
        )}
        <div class="filter-sheet__end">
          <Button kind="quiet" onClick={() => onQuery({ ...unfiltered(query), text: query.text })}>
            {t('find.clearAll')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {total === undefined ? t('app.close') : t('find.show', { count: total })}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** Those of the workspace, and whichever else is asked for. */
function useObjectiveOptions({ objectives: chosen }: RegisterQuery) {
  const { t } = useWords();
  const settings = useSettings();
  const offered = (settings?.items.objectives ?? []).flatMap(({ id, isRemoved }) =>
    isRemoved ? [] : [id],
  );
  const others = chosen.filter((id) => id !== noObjective && !offered.includes(id));
  return [...offered, ...others].map((value) => ({
    value,
    label: objectiveTitle(settings, value) ?? t('direction.unknown'),
  }));
}
