/** How a measure is taken and judged: every value is kept as soon as one leaves its box, and undo takes it back. */
import type { Someone } from '../../../shared/domain/improvement.ts';
import type { MeasureField, MeasureValues } from '../../../shared/domain/measure.ts';
import { isMeasureValue } from '../../../shared/document/measure-document.ts';
import { readNumber } from '../../../shared/process/read-number.ts';
import type { MeasureState, OpenMeasure } from '../../services/measures.ts';
import { Button } from '../../ui/button.tsx';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { PersonField } from '../improvement/person-field.tsx';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { nameOfMeasure } from './measure-words.ts';
import { regionOf } from './region.ts';
import { RhythmField } from './rhythm-field.tsx';
import { ScaleField } from './scale-field.tsx';
import './measures.css';

type MeasureSettingsProps = {
  readonly measure: OpenMeasure;
  readonly state: MeasureState;
  readonly onClose: () => void;
};

export function MeasureSettings({ measure, state, onClose }: MeasureSettingsProps) {
  const { showToast } = useEnvironment();
  const { t, language } = useWords();
  const { values, scale } = state;
  const isScale = values.kind === 'qualitative';
  const set = <F extends MeasureField>(field: F, value: MeasureValues[F]) =>
    measure.change({ type: 'setField', field, value });

  const text = (field: 'name' | 'unit' | 'method', hint?: string) => (
    <CommittedInput
      label={t(`field.${field}`)}
      hint={hint}
      value={values[field]}
      onCommit={(value) => {
        if (field === 'name' && value === '') return t('measures.nameMissing');
        if (!isMeasureValue(field, value)) return t('direction.tooLong');
        set(field, value);
        return undefined;
      }}
    />
  );
  const day = (field: 'baselineFrom' | 'baselineTo') => (
    <CommittedInput
      label={t(`field.${field}`)}
      type="date"
      value={values[field]}
      onCommit={(value) => {
        const from = field === 'baselineFrom' ? value : values.baselineFrom;
        const to = field === 'baselineTo' ? value : values.baselineTo;
        if (from !== '' && to !== '' && to < from) return t('measures.baselineTurned');
        if (!isMeasureValue(field, value)) return t('record.dueIncomplete');
        set(field, value);
        return undefined;
      }}
    />
  );
  const archive = () => {
    const isArchived = values.archived === 'yes';
    set('archived', isArchived ? '' : 'yes');
    onClose();
    showToast({
      text: t(isArchived ? 'measures.unarchived' : 'measures.archivedNow'),
      action: { label: t('record.undo'), onClick: measure.undo.undo },
    });
  };

  return (
    <Sheet
      title={t('measures.settingsOf', { name: nameOfMeasure(values, t) })}
      closeLabel={t('app.close')}
      onClose={onClose}
    >
      <div class="measure-settings">
        {text('name')}
        {isScale ? <ScaleField measure={measure} state={state} /> : text('unit')}
        <Segments
          label={t('field.better')}
          options={(['higher', 'lower'] as const).map((value) => ({
            value,
            label: t(`choice.${value}`),
          }))}
          value={values.better === '' ? 'higher' : values.better}
          onChoose={(value) => set('better', value)}
        />
        {text('method', t('measures.methodHint'))}
        <RhythmField
          values={values}
          onChange={({ every, period }) => {
            set('every', every);
            set('period', period);
          }}
        />
        <div class="measures__choice">
          <span class="field__label">{t('field.takenBy')}</span>
          <PersonField
            label={t('field.takenBy')}
            value={values.takenBy as Someone | ''}
            onChoose={(someone) => set('takenBy', someone)}
          />
        </div>
        <div class="measure-settings__pair">
          {day('baselineFrom')}
          {day('baselineTo')}
        </div>
        <p class="measures__hint">{t('measures.baselineHint')}</p>
        {isScale ? (
          <div class="measures__choice">
            <span class="field__label">{t('field.target')}</span>
            <PlainSelect
              label={t('field.target')}
              options={[
                { value: '', label: t('level.none') },
                ...scale.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              value={values.targetLabel}
              onChoose={(label) => set('targetLabel', label)}
            />
          </div>
        ) : (
          <CommittedInput
            label={t('field.target')}
            type="decimal"
            value={
              values.target === ''
                ? ''
                : values.target.toLocaleString(language, {
                    useGrouping: false,
                    maximumFractionDigits: 6,
                  })
            }
            onCommit={(typed) => {
              const target =
                typed === '' ? '' : readNumber(typed, regionOf(navigator.language).decimal);
              if (target === undefined || !isMeasureValue('target', target)) {
                return t('measures.refused.notANumber');
              }
              set('target', target);
              return undefined;
            }}
          />
        )}
        <div class="measures__choice">
          <span class="field__label">{t('field.ruleset')}</span>
          <PlainSelect
            label={t('field.ruleset')}
            options={(['wheeler', 'nhs', 'nelson'] as const).map((value) => ({
              value,
              label: t(`choice.${value}`),
            }))}
            value={values.ruleset === '' ? 'wheeler' : values.ruleset}
            onChoose={(ruleset) => set('ruleset', ruleset as MeasureValues['ruleset'])}
          />
        </div>
        <Segments
          label={t('field.limitsForm')}
          options={(['mean', 'median'] as const).map((value) => ({
            value,
            label: t(`choice.${value}`),
          }))}
          value={values.limitsForm === '' ? 'mean' : values.limitsForm}
          onChoose={(form) => set('limitsForm', form)}
        />
        <div class="measure-settings__end">
          <Button kind="quiet" onClick={archive}>
            {t(values.archived === 'yes' ? 'measures.unarchive' : 'measures.archive')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('measures.done')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
