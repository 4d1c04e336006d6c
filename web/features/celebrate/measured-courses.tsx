/** The course of what the record's measures read, one line each. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Item } from '../../../shared/document/collections.ts';
import { inOrder } from '../../../shared/statistics/reading.ts';
import { pathToPage } from '../../page-paths.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import { Sparkline } from '../charts/sparkline.tsx';
import { useWords } from '../environment.ts';
import { useMeasureState } from '../measures/use-measure-state.ts';
import './measured-courses.css';

/** Nothing where nothing is measured. */
export function MeasuredCourses({ state }: { readonly state: ImprovementState }) {
  const measured = state.items('measured').filter(({ values }) => values.measure !== '');
  if (measured.length === 0) return null;
  return (
    <ul class="measured-courses">
      {measured.map((item) => (
        <Course key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Course({ item: { values } }: { readonly item: Item<'measured'> }) {
  const { t } = useWords();
  const id = values.measure as DocumentId;
  const measure = useMeasureState(id);
  if (typeof measure === 'string' || measure.readings.length === 0) return null;
  const course = inOrder(measure.readings).map(({ value }) => value);
  return (
    <li>
      <a class="measured-courses__course" href={pathToPage.measure(id)}>
        <span>{measure.values.name || values.title}</span>
        <Sparkline values={course} />
        <span class="measured-courses__count figures">
          {t('celebrate.readings', { count: course.length })}
        </span>
      </a>
    </li>
  );
}
