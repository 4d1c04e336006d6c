/** Adds a link: how the two stand to each other, and which record it is; a circle is refused where it is chosen. */
import { useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/domain/improvement.ts';
import { linkEntry } from '../../../shared/domain/links.ts';
import { findCycle } from '../../../shared/process/link-cycles.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Field } from '../../ui/field.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { numberOf } from '../improvement-words.ts';
import { RecordPicker } from '../improvement/record-picker.tsx';
import { linkFor, type Relation, relations } from './relations.ts';
import { useChangeOther } from './use-change-other.ts';
import { linkReader, readRow } from './use-linked.ts';

type LinkSheetProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
  readonly onClose: () => void;
};

export function LinkSheet({ improvement, state, onClose }: LinkSheetProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [relation, setRelation] = useState<Relation>('dependsOn');
  const [chosen, setChosen] = useState<DocumentId | ''>('');
  const [problem, setProblem] = useState<string>();
  const changeOther = useChangeOther();

  /** Why not; undefined: it is done. */
  const add = async (): Promise<string | undefined> => {
    if (chosen === '') return t('links.chooseOne');
    const { from, link } = linkFor(relation, improvement.id, chosen);
    const circle = await findCycle(from, link, linkReader(services.register));
    if (circle !== undefined && link.kind !== 'followsFrom') {
      return t(`links.circle.${link.kind}`, { way: await wordsOf(circle) });
    }
    if (from !== improvement.id) {
      const failure = await changeOther(from, link, true);
      return failure === undefined ? undefined : t(failure);
    }
    if (state.sets.links.length >= limits.entries) {
      return t('record.entriesFull', { count: limits.entries });
    }
    improvement.change({ type: 'setEntry', field: 'links', entry: linkEntry(link), on: true });
    return undefined;
  };

  const wordsOf = async (circle: readonly DocumentId[]) => {
    const rows = await Promise.all(circle.map((id) => readRow(services.register, id)));
    return rows.map((row) => (row === undefined ? '…' : numberOf(row))).join(' → ');
  };

  return (
    <FormSheet
      title={t('links.add')}
      answer={t('links.add')}
      onAnswer={() => {
        void add().then((failure) => (failure === undefined ? onClose() : setProblem(failure)));
      }}
      onClose={onClose}
    >
      <Field label={t('links.relation')}>
        {(control) => (
          <select
            {...control}
            class="field__input"
            value={relation}
            onChange={(event) => {
              setProblem(undefined);
              const { value } = event.currentTarget;
              setRelation(relations.find((known) => known === value) ?? 'dependsOn');
            }}
          >
            {relations.map((known) => (
              <option key={known} value={known}>
                {t(`link.${known}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <RecordPicker
        self={improvement.id}
        label={t('links.which')}
        hint={t('links.whichHint')}
        chosen={chosen}
        problem={problem}
        onChoose={(id) => {
          setProblem(undefined);
          setChosen(id);
        }}
      />
    </FormSheet>
  );
}
