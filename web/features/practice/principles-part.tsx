/** What the organisation holds to when it improves; to start from the seven guiding principles of ITIL 4. */
import { useState } from 'preact/hooks';
import type { Item } from '../../../shared/document/collections.ts';
import { isItemValue } from '../../../shared/document/item-values.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { disputedFields, ItemConflicts } from '../workspace/item-conflicts.tsx';
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
          workspace={workspace}
          principle={opened}
          onBegun={(id) => setOpenedId((now) => (now === '' ? id : now))}
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

type SheetProps = {
  readonly workspace: OpenWorkspace;
  readonly principle: Item<'principles'>;
  readonly onBegun: (id: string) => void;
  readonly onClose: () => void;
};

function PrincipleSheet({ workspace, principle, onBegun, onClose }: SheetProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const { id, values } = principle;
  const isNew = id === '';
  const change = (change: ItemChange<'principles'>) => {
    if (isNew) onBegun(workspace.addItem('principles', change));
    else workspace.change({ type: 'setItem', collection: 'principles', item: id, change });
  };
  const text = (field: 'title' | 'note', label: string) => (
    <CommittedInput
      label={label}
      value={values[field]}
      autofocus={field === 'title' && isNew}
      onCommit={(value) => {
        if (!isItemValue('principles', field, value)) return t('direction.tooLong');
        change({ [field]: value });
        return undefined;
      }}
    />
  );
  const remove = () => {
    change({ removed: 'yes' });
    onClose();
    showToast({
      text: t('practice.principleRemoved', { title: values.title }),
      action: { label: t('record.undo'), onClick: () => change({ removed: '' }) },
    });
  };
  return (
    <Sheet title={t('practice.principle')} closeLabel={t('app.close')} onClose={onClose}>
      <div class="practice-sheet">
        <ItemConflicts
          collection="principles"
          item={principle}
          onKeep={(field, value) => change({ [field]: value })}
        />
        {text('title', t('practice.principle'))}
        {text('note', t('practice.principleNote'))}
        <div class="practice-sheet__end">
          {!isNew && (
            <Button kind="quiet" onClick={remove}>
              {t('practice.removePrinciple')}
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            {t('direction.done')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
