/** Whether the practice is lived: a checklist with who ticked what when, to which the workspace adds its own. */
import { useState } from 'preact/hooks';
import { isItemValue } from '../../../shared/document/item-values.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { type AdoptionEntry, adoptionList } from '../../../shared/process/adoption.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { localDay } from '../local-day.ts';
import { useReadable } from '../use-readable.ts';
import './practice.css';

type PartProps = { readonly workspace: OpenWorkspace };

export function AdoptionPart({ workspace }: PartProps) {
  const { services, nowMs, showToast } = useEnvironment();
  const { t } = useWords();
  const { items, isAllowed } = useReadable(workspace.state);
  const me = useReadable(services.session.me);
  /** Another box for each entry that was added. */
  const [added, setAdded] = useState(0);
  const isWriter = isAllowed(workspaceVerb('adoption'));
  const entries = adoptionList(items.adoption);
  const done = entries.filter(({ doneOn }) => doneOn !== '').length;
  const change = (item: string, change: ItemChange<'adoption'>) =>
    workspace.change({ type: 'setItem', collection: 'adoption', item, change });
  const nameOfEntry = ({ step, title }: AdoptionEntry) =>
    title === '' && step !== undefined ? t(`adoption.${step}`) : title;
  const remove = (entry: AdoptionEntry) => {
    change(entry.id, { removed: 'yes' });
    showToast({
      text: t('practice.stepRemoved', { title: nameOfEntry(entry) }),
      action: { label: t('record.undo'), onClick: () => change(entry.id, { removed: '' }) },
    });
  };
  return (
    <Section title={t('practice.adoption')}>
      <p class="workspace-page__hint">{t('practice.adopted', { done, total: entries.length })}</p>
      <ul class="practice-list">
        {entries.map((entry) => (
          <li class="practice-list__line" key={entry.id}>
            <label class="practice-list__tick">
              <input
                type="checkbox"
                checked={entry.doneOn !== ''}
                disabled={!isWriter}
                onChange={(event) =>
                  change(
                    entry.id,
                    event.currentTarget.checked
                      ? { doneOn: localDay(nowMs()), by: me }
                      : { doneOn: '', by: '' },
                  )
                }
              />
              <span>
                {nameOfEntry(entry)}
                <Done entry={entry} />
              </span>
            </label>
            {isWriter && (
              <IconButton
                icon="close"
                label={t('practice.removeStep', { title: nameOfEntry(entry) })}
                onClick={() => remove(entry)}
              />
            )}
          </li>
        ))}
      </ul>
      {isWriter && (
        <div class="workspace-page__action">
          <CommittedInput
            key={added}
            label={t('practice.addStep')}
            value=""
            onCommit={(title) => {
              if (!isItemValue('adoption', 'title', title)) return t('direction.tooLong');
              workspace.addItem('adoption', { title });
              setAdded((count) => count + 1);
              return undefined;
            }}
          />
        </div>
      )}
    </Section>
  );
}

function Done({ entry: { doneOn, by } }: { readonly entry: AdoptionEntry }) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  if (doneOn === '') return null;
  const day = format.date(Date.parse(`${doneOn}T00:00`));
  const name = by === '' ? t('someone.unknown') : nameOf(people, me, by as Someone, t);
  return <span class="practice-list__note">{t('practice.doneBy', { name, day })}</span>;
}
