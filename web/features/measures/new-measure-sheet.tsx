/** Begins a measure: what it is called, in what it is counted, which way is better, how often it is taken. */
import { useState } from 'preact/hooks';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { measureFields, type MeasureValues } from '../../../shared/domain/measure.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { MeasureService } from '../../services/measures.ts';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';
import { FormSheet } from '../form-sheet.tsx';
import { PersonField } from '../improvement/person-field.tsx';
import { RhythmField } from './rhythm-field.tsx';
import './measures.css';

type NewMeasureSheetProps = {
  readonly service: MeasureService;
  /** As it is called at first. */
  readonly name?: string;
  readonly onBegun: (id: DocumentId, name: string) => void;
  readonly onClose: () => void;
};

export function NewMeasureSheet({ service, name = '', onBegun, onClose }: NewMeasureSheetProps) {
  const { t } = useWords();
  const [values, setValues] = useState<Partial<MeasureValues>>({ name, better: 'higher' });
  const [labels, setLabels] = useState('');
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const put = (change: Partial<MeasureValues>) => setValues({ ...values, ...change });
  const isScale = values.kind === 'qualitative';
  const scale = labels
    .split('\n')
    .map((label) => label.trim().slice(0, 200))
    .filter(Boolean);
  const isNamed = (values.name ?? '').trim() !== '';
  const hasScale = !isScale || new Set(scale).size >= 2;

  const begin = async () => {
    setTried(true);
    if (!isNamed || !hasScale) return;
    const given = Object.fromEntries(
      Object.entries(values).map(([field, value]) => [
        field,
        typeof value === 'string' ? value.trim() : value,
      ]),
    ) as Partial<MeasureValues>;
    const begun = await service.begin(given, isScale ? [...new Set(scale)] : []);
    if (!begun.ok) return setFailure(t(storageFailureText(begun.error)));
    onClose();
    onBegun(begun.value, given.name ?? '');
  };

  return (
    <FormSheet
      title={t('measures.new')}
      hint={t('measures.newHint')}
      failure={failure}
      answer={t('measures.begin')}
      onAnswer={() => void begin()}
      onClose={onClose}
    >
      <Field
        label={t('field.name')}
        hint={t('measures.nameHint')}
        problem={isTried && !isNamed ? t('measures.nameMissing') : undefined}
      >
        {(control) => (
          <input
            {...control}
            class="field__input"
            type="text"
            autofocus
            maxLength={measureFields.name.atMost}
            value={values.name ?? ''}
            onInput={(event) => put({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Segments
        label={t('field.kind')}
        options={(['quantitative', 'qualitative'] as const).map((value) => ({
          value,
          label: t(`choice.${value}`),
        }))}
        value={values.kind === 'qualitative' ? 'qualitative' : 'quantitative'}
        onChoose={(kind) => put({ kind })}
      />
      {isScale ? (
        <Field
          label={t('field.scale')}
          hint={t('measures.scaleHint')}
          problem={isTried && !hasScale ? t('measures.scaleMissing') : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              class="field__input measures__lines"
              rows={4}
              value={labels}
              onInput={(event) => setLabels(event.currentTarget.value)}
            />
          )}
        </Field>
      ) : (
        <Field label={t('field.unit')} hint={t('measures.unitHint')}>
          {(control) => (
            <input
              {...control}
              class="field__input"
              type="text"
              maxLength={measureFields.unit.atMost}
              value={values.unit ?? ''}
              onInput={(event) => put({ unit: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <Segments
        label={t('field.better')}
        options={(['higher', 'lower'] as const).map((value) => ({
          value,
          label: t(`choice.${value}`),
        }))}
        value={values.better ?? 'higher'}
        onChoose={(better) => put({ better })}
      />
      <RhythmField
        values={{ every: values.every ?? '', period: values.period ?? '' }}
        onChange={put}
      />
      <div class="measures__choice">
        <span class="field__label">{t('field.takenBy')}</span>
        <PersonField
          label={t('field.takenBy')}
          value={(values.takenBy ?? '') as Someone | ''}
          onChoose={(takenBy) => put({ takenBy })}
        />
      </div>
    </FormSheet>
  );
}
