/** The storyboard as it is printed: the wall on one sheet, with the latest steps. */
import { kataFields } from '../../../shared/domain/record-values.ts';
import { useWords } from '../environment.ts';
import type { RecordView } from '../improvement/record-page.tsx';
import { sheetSize } from '../improvement/sheet-size.ts';
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
    <div class={`storyboard-print storyboard-print--${sheetSize(written)}`} aria-hidden="true">
      <p class="storyboard-print__name">{numbered}</p>
      <div class="storyboard-print__grid">
        {kataFields.map((field, at) => (
          <div key={field} class="storyboard-print__cell" style={{ gridArea: field }}>
            <p class="storyboard-print__label">{t(`field.${field}`)}</p>
            {field === 'kataTarget' && achieveBy !== '' && (
              <p class="storyboard-print__day">
                {t('field.kataAchieveBy')}: {dayText(achieveBy)}
              </p>
            )}
            <p class="storyboard-print__text">{texts[at]}</p>
          </div>
        ))}
        <div class="storyboard-print__cell" style={{ gridArea: 'obstacles' }}>
          <p class="storyboard-print__label">{t('kata.parkingLot')}</p>
          <ul class="storyboard-print__obstacles">
            {obstacles.map(({ id, values }) => (
              <li key={id} class={values.state === 'gone' ? 'storyboard-print__gone' : ''}>
                {values.title}
                {values.state === 'addressing' && <b> ← {t('choice.addressing')}</b>}
              </li>
            ))}
          </ul>
        </div>
        <div class="storyboard-print__cell" style={{ gridArea: 'experiments' }}>
          <p class="storyboard-print__label">{t('kata.record')}</p>
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
        </div>
      </div>
    </div>
  );
}
