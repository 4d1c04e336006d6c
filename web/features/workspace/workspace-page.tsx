/** A page of what the workspace has agreed on: who may read it, what keeps an edit from being stored, the way back. */
import type { ComponentChildren } from 'preact';
import { may } from '../../../shared/process/permissions.ts';
import type { HistoryField } from '../../../shared/protocol/history.ts';
import { pathTo } from '../../routes.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { AvatarStack } from '../../ui/avatar.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useDrafts } from '../drafts/use-drafts.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';
import { historyKey } from '../improvement/history-keys.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { UndoButtons } from '../undo-buttons.tsx';
import { useReadable } from '../use-readable.ts';
import { HistoryPart } from './history-part.tsx';
import { useOpenWorkspace } from './use-open-workspace.ts';
import './workspace-page.css';

type WorkspacePageProps = {
  readonly title: string;
  readonly lead: string;
  /** What stands on the page: its history is told at the end. */
  readonly told: readonly HistoryField[];
  readonly children: (workspace: OpenWorkspace) => ComponentChildren;
};

export function WorkspacePage({ title, lead, told, children }: WorkspacePageProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const session = useReadable(services.session.state);
  useScreenTitle(title);
  const isReader =
    session.type === 'joined' &&
    may({ roles: session.person.roles, editing: 'involved' }, 'readRegister');
  return (
    <div class="workspace-page">
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p class="workspace-page__lead">{lead}</p>
      </header>
      {session.type === 'local' && (
        <EmptyState title={t('workspace.local')} hint={t('workspace.localHint')}>
          <ButtonLink kind="primary" href={pathTo.join}>
            {t('me.join')}
          </ButtonLink>
        </EmptyState>
      )}
      {session.type === 'joined' && !isReader && (
        <EmptyState title={t('workspace.guest')} hint={t('workspace.guestHint')} />
      )}
      {isReader && <Opened told={told}>{children}</Opened>}
    </div>
  );
}

type OpenedProps = Pick<WorkspacePageProps, 'told' | 'children'>;

function Opened({ told, children }: OpenedProps) {
  const { t } = useWords();
  const opened = useOpenWorkspace();
  switch (opened.type) {
    case 'opening':
      return <div aria-busy="true" />;
    case 'failed':
      return (
        <EmptyState title={t('workspace.failed')} hint={t('workspace.failedHint')} role="alert">
          <Button onClick={() => location.reload()}>{t('app.reload')}</Button>
        </EmptyState>
      );
    case 'open':
      return (
        <Present workspace={opened.workspace} told={told}>
          {children}
        </Present>
      );
  }
}

type PresentProps = OpenedProps & { readonly workspace: OpenWorkspace };

function Present({ workspace, told, children }: PresentProps) {
  const handleKey = (event: KeyboardEvent) => {
    const action = historyKey(event);
    if (action === undefined) return;
    event.preventDefault();
    workspace.undo[action]();
  };
  return (
    <div class="workspace-page__content" onKeyDown={handleKey}>
      <Bar workspace={workspace} />
      <Problems workspace={workspace} />
      {children(workspace)}
      <HistoryPart workspace={workspace} fields={told} />
    </div>
  );
}

/** Who else is here, and the way back from a mistake; nothing for those who only read. */
function Bar({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { t, format } = useWords();
  const { isAllowed } = useReadable(workspace.state);
  const others = useReadable(workspace.room.others);
  const names = [...new Set(others.map(({ name }) => name))];
  const isWriter = isAllowed('editPractice') || isAllowed('configureRegister');
  if (!isWriter && others.length === 0) return null;
  return (
    <div class="workspace-page__bar">
      {others.length > 0 && (
        <AvatarStack
          people={others}
          label={t('record.here', { count: names.length, names: format.list(names) })}
        />
      )}
      {isWriter && <UndoButtons undo={workspace.undo} />}
    </div>
  );
}

function Problems({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const status = useReadable(services.sync.status);
  const drafts = useDrafts(status.drafts > 0)?.drafts.waiting ?? [];
  const hasDrafts = drafts.some(({ docId }) => docId === workspace.id);
  const saving = useReadable(workspace.saving);
  const refused = useReadable(workspace.refused);
  return (
    <>
      {saving !== 'saved' && saving !== 'saving' && (
        <Notice tone="danger" icon="warning" role="alert" text={t(storageFailureText(saving))} />
      )}
      {(refused !== undefined || hasDrafts) && (
        <Notice tone="warn" icon="warning" role="alert" text={t('workspace.refused')}>
          <ButtonLink href={pathTo.drafts}>{t('drafts.show')}</ButtonLink>
        </Notice>
      )}
    </>
  );
}
