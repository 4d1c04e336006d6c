/** The storyboard as it is printed: the wall on one sheet, with the latest steps. */
import type { Item } from '../../../shared/document/collections.ts';
import { kataFields } from '../../../shared/domain/record-values.ts';
import { useWords } from '../environment.ts';
import type { RecordView } from '../improvement/record-page.tsx';
import { RecordSheet, SheetCell } from '../improvement/record-sheet.tsx';
import { useDayText } from '../items/day-control.tsx';
import './storyboard-print.css';

/** More than these don't fit on the sheet; the older ones have been learned from. */
const latestSteps = 8;

export function StoryboardPrint({ improvement, state, numbered }: RecordView) {
  const { t } = useWords();
  const dayText = useDayText();
  const obstacles = state.items('obstacles');
  const steps = state.items('experiments').slice(-latestSteps);
  const texts = kataFields.map((field) => improvement.text(field).toString().trim());
  const written = [
    ...texts,
    ...obstacles.map(({ values }) => values.title),
    ...steps.flatMap(({ values }) => Object.values(values)),
  ];
  const achieveBy = state.fields.kataAchieveBy.value;
  return (
    <RecordSheet name={numbered} written={written} gridClass="storyboard-print">
      {kataFields.map((field, at) => (
        <SheetCell key={field} area={field} label={t(`field.${field}`)}>
          {field === 'kataTarget' && achieveBy !== '' && (
            <p>
              {t('field.kataAchieveBy')}: {dayText(achieveBy)}
            </p>
          )}
          <p class="record-sheet__text">{texts[at]}</p>
        </SheetCell>
      ))}
      <SheetCell area="obstacles" label={t('kata.parkingLot')}>
        <ul class="storyboard-print__obstacles">
          {obstacles.map(({ id, values }) => (
            <li key={id} class={values.state === 'gone' ? 'storyboard-print__gone' : ''}>
              {values.title}
              {values.state === 'addressing' && <b> ← {t('choice.addressing')}</b>}
            </li>
          ))}
        </ul>
      </SheetCell>
      <SheetCell area="experiments" label={t('kata.record')}>
        <Steps steps={steps} />
      </SheetCell>
    </RecordSheet>
  );
}

function Steps({ steps }: { readonly steps: readonly Item<'experiments'>[] }) {
  const { t } = useWords();
  const dayText = useDayText();
  return (
    <table class="storyboard-print__steps">
      <thead>
        <tr>
          <th>{t('kata.stepAndMetric')}</th>
          <th>{t('kata.expected')}</th>
          <th>{t('kata.happened')}</th>
          <th>{t('kata.learned')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ id, values }) => (
          <tr key={id}>
            <td>
              {[values.title, values.metric, dayText(values.dueOn)]
                .filter((text) => text !== '')
                .join(' · ')}
            </td>
            <td>{values.expected}</td>
            <td>{values.happened}</td>
            <td>{values.learned}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
