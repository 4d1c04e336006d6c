/** How a workspace is written in: the administrators' choice, with what it means. */
import { useEffect, useState } from 'preact/hooks';
import { type Editing, editingModes } from '../../../shared/process/permissions.ts';
import { FieldProblem } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';
import { useAct } from './use-asked.ts';

/** `editing`: as the server has said last. */
export function EditingRule({ editing }: { readonly editing: Editing }) {
  const { t } = useWords();
  const { problem, act } = useAct();
  const [chosen, setChosen] = useState<Editing>();
  const shown = chosen ?? editing;
  useEffect(() => setChosen(undefined), [editing]);
  const choose = async (value: Editing) => {
    setChosen(value);
    const done = await act((people) => people.setEditing(value));
    // What the server says counts again; until the next pull that is what it has just taken.
    if (done === undefined) setChosen(undefined);
  };
  return (
    <Section title={t('people.editing')}>
      <div class="people-screen__rule">
        <Segments
          label={t('people.editing')}
          labelHidden
          options={editingModes.map((value) => ({ value, label: t(`people.editing.${value}`) }))}
          value={shown}
          onChoose={(value) => void choose(value)}
        />
        <p class="people-screen__hint">{t(`people.editingHint.${shown}`)}</p>
        <FieldProblem id="editing-problem" text={problem} />
      </div>
    </Section>
  );
}
