/** What can be improved and who takes part in it: services, products, practices, teams, suppliers, partners, sites. */
import { useState } from 'preact/hooks';
import type { Item } from '../../../shared/document/collections.ts';
import { collections } from '../../../shared/domain/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { disputedFields } from '../workspace/item-conflicts.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { CatalogueSheet } from './catalogue-sheet.tsx';
import '../practice/practice.css';

type Entry = Item<'catalogue'>;

const told = ['catalogue'] as const;

export function CatalogueScreen() {
  const { t } = useWords();
  return (
    <WorkspacePage title={t('field.catalogue')} lead={t('catalogue.lead')} told={told}>
      {(workspace) => <Catalogue workspace={workspace} />}
    </WorkspacePage>
  );
}

/** What has no kind yet stands last. */
const kinds = [...collections.catalogue.kind.values, ''] as const;

function Catalogue({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { t } = useWords();
  const { items, isAllowed } = useReadable(workspace.state);
  /** '' = a new one, which begins with the first words that are kept. */
  const [openedId, setOpenedId] = useState<string>();
  const isWriter = isAllowed(workspaceVerb('catalogue'));
  const entries = items.catalogue.filter(({ isRemoved }) => !isRemoved);
  const opened =
    openedId === undefined ? undefined : (entries.find(({ id }) => id === openedId) ?? blankEntry);
  return (
    <>
      {entries.length === 0 && (
        <EmptyState
          title={t('catalogue.empty')}
          hint={t(isWriter ? 'catalogue.emptyHint' : 'catalogue.emptyReader')}
        />
      )}
      {isWriter && (
        <div>
          <Button kind="primary" icon="plus" onClick={() => setOpenedId('')}>
            {t('catalogue.add')}
          </Button>
        </div>
      )}
      {kinds.map((kind) => {
        const ofKind = entries.filter(({ values }) => values.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <Section key={kind} title={t(kind === '' ? 'catalogue.noKind' : `catalogue.${kind}`)}>
            <ul class="practice-list">
              {ofKind.map((entry) => (
                <EntryLine
                  key={entry.id}
                  entry={entry}
                  onOpen={isWriter ? () => setOpenedId(entry.id) : undefined}
                />
              ))}
            </ul>
          </Section>
        );
      })}
      {opened !== undefined && (
        <CatalogueSheet
          of={{
            workspace,
            collection: 'catalogue',
            entry: opened,
            onBegun: (id) => setOpenedId((now) => (now === '' ? id : now)),
          }}
          onClose={() => setOpenedId(undefined)}
        />
      )}
    </>
  );
}

const blankEntry: Entry = {
  id: '',
  values: { title: '', kind: '', productOwner: '', note: '' },
  order: '',
  isRemoved: false,
  disputed: {},
};

type EntryLineProps = {
  readonly entry: Entry;
  /** undefined: to be read only. */
  readonly onOpen: (() => void) | undefined;
};

function EntryLine({ entry, onOpen }: EntryLineProps) {
  const { t } = useWords();
  const { title } = entry.values;
  const words = (
    <span>
      {title === '' ? t('practice.untitled') : title}
      <EntryNote entry={entry} />
    </span>
  );
  return (
    <li data-testid="catalogue-entry">
      {onOpen === undefined ? (
        <div class="practice-list__line">{words}</div>
      ) : (
        <button
          type="button"
          class="practice-list__line practice-list__line--opens"
          onClick={onOpen}
        >
          {words}
          <Icon name={disputedFields(entry).length > 0 ? 'fork' : 'forward'} />
        </button>
      )}
    </li>
  );
}

/** Whose it is, who belongs to it, and what is said of it. */
function EntryNote({ entry: { id, values } }: { readonly entry: Entry }) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const names = people
    .filter(({ belongsTo = [], isRemoved }) => !isRemoved && belongsTo.includes(id))
    .map((person) => nameOf(people, me, person.id, t));
  const parts = [
    ...(values.productOwner === ''
      ? []
      : [
          t('catalogue.ownedBy', {
            name: nameOf(people, me, values.productOwner as Someone, t),
          }),
        ]),
    ...(names.length > 0 ? [format.list(names)] : []),
    ...(values.note === '' ? [] : [values.note]),
  ];
  return parts.length === 0 ? null : <span class="practice-list__note">{parts.join(' · ')}</span>;
}
