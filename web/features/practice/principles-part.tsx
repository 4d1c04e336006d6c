/** What the organisation holds to when it improves; to start from the seven guiding principles of ITIL 4. */
import { useState } from 'preact/hooks';
import type { Item } from '../../../shared/document/collections.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { type Entry, EntrySheet, EntryText } from '../workspace/entry-sheet.tsx';
import { disputedFields } from '../workspace/item-conflicts.tsx';
import './practice.css';

/** In the order in which the guide names them. */
const guiding = [
  'value',
  'start',
  'iterate',
  'collaborate',
  'holistic',
  'simple',
  'automate',
] as const;

type PartProps = { readonly workspace: OpenWorkspace };

export function PrinciplesPart({ workspace }: PartProps) {
  const { t } = useWords();
  const { items, isAllowed } = useReadable(workspace.state);
  /** '' = a new one, which begins with the first words that are kept. */
  const [openedId, setOpenedId] = useState<string>();
  const isWriter = isAllowed(workspaceVerb('principles'));
  const principles = items.principles.filter(({ isRemoved }) => !isRemoved);
  const opened =
    openedId === undefined
      ? undefined
      : (principles.find(({ id }) => id === openedId) ?? blankPrinciple);
  const adopt = () => {
    for (const name of guiding) {
      workspace.addItem('principles', {
        title: t(`principle.${name}`),
        note: t(`principle.${name}.note`),
      });
    }
  };
  return (
    <Section title={t('field.principles')}>
      {principles.length === 0 && (
        <p class="workspace-page__hint">
          {t(isWriter ? 'practice.noPrinciples' : 'practice.noPrinciplesReader')}
        </p>
      )}
      <ul class="practice-list">
        {principles.map((principle) => (
          <PrincipleLine
            key={principle.id}
            principle={principle}
            onOpen={isWriter ? () => setOpenedId(principle.id) : undefined}
          />
        ))}
      </ul>
      {isWriter && (
        <div class="workspace-page__action practice-list__actions">
          {principles.length === 0 && (
            <Button icon="check" onClick={adopt}>
              {t('practice.adoptGuiding')}
            </Button>
          )}
          <Button icon="plus" onClick={() => setOpenedId('')}>
            {t('practice.addPrinciple')}
          </Button>
        </div>
      )}
      {opened !== undefined && (
        <PrincipleSheet
          of={{
            workspace,
            collection: 'principles',
            entry: opened,
            onBegun: (id) => setOpenedId((now) => (now === '' ? id : now)),
          }}
          onClose={() => setOpenedId(undefined)}
        />
      )}
    </Section>
  );
}

const blankPrinciple: Item<'principles'> = {
  id: '',
  values: { title: '', note: '' },
  order: '',
  isRemoved: false,
  disputed: {},
};

type LineProps = {
  readonly principle: Item<'principles'>;
  /** undefined: to be read only. */
  readonly onOpen: (() => void) | undefined;
};

function PrincipleLine({ principle, onOpen }: LineProps) {
  const { t } = useWords();
  const { title, note } = principle.values;
  const words = (
    <span>
      {title === '' ? t('practice.untitled') : title}
      {note !== '' && <span class="practice-list__note">{note}</span>}
    </span>
  );
  if (onOpen === undefined) return <li class="practice-list__line">{words}</li>;
  const isDisputed = disputedFields(principle).length > 0;
  return (
    <li>
      <button type="button" class="practice-list__line practice-list__line--opens" onClick={onOpen}>
        {words}
        <Icon name={isDisputed ? 'fork' : 'forward'} />
      </button>
    </li>
  );
}

type SheetProps = { readonly of: Entry<'principles'>; readonly onClose: () => void };

function PrincipleSheet({ of, onClose }: SheetProps) {
  const { t } = useWords();
  return (
    <EntrySheet
      of={of}
      title={t('practice.principle')}
      remove={t('practice.removePrinciple')}
      removed={t('practice.principleRemoved', { title: of.entry.values.title })}
      onClose={onClose}
    >
      <EntryText of={of} field="title" label={t('practice.principle')} />
      <EntryText of={of} field="note" label={t('practice.principleNote')} />
    </EntrySheet>
  );
}
