/** A record that a screen is about: opened for as long as it is shown, still on its way, or not to be opened. */
import type { ComponentChildren } from 'preact';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { pathTo } from '../../routes.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useScreenTitle } from '../shell/use-screen.ts';
import { useReadable } from '../use-readable.ts';
import { useOpenImprovement } from './use-open-improvement.ts';

type Show = (improvement: OpenImprovement, row: ListedImprovement | undefined) => ComponentChildren;

type OpenedRecordProps = { readonly id: DocumentId; readonly children: Show };

export function OpenedRecord({ id, children }: OpenedRecordProps) {
  const { services } = useEnvironment();
  const { opened, row } = useOpenImprovement(services, id);
  switch (opened.type) {
    case 'opening':
      return <div aria-busy="true" />;
    case 'open':
      return <Present improvement={opened.improvement} row={row} show={children} />;
    case 'missing':
      return <Missing />;
    case 'failed':
      return <Failed />;
  }
}

type PresentProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
  readonly show: Show;
};

/** While it is open, a record may be deleted for good. */
function Present({ improvement, row, show }: PresentProps) {
  const refused = useReadable(improvement.refused);
  return refused === 'notFound' ? <Gone /> : <>{show(improvement, row)}</>;
}

function Gone() {
  const { t } = useWords();
  useScreenTitle(t('record.gone'));
  return (
    <EmptyState level={1} title={t('record.gone')} hint={t('record.goneHint')} role="status">
      <ButtonLink href={pathTo.register}>{t('record.back')}</ButtonLink>
    </EmptyState>
  );
}

function Missing() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const session = useReadable(services.session.state);
  useScreenTitle(t('record.missing'));
  return (
    <EmptyState
      level={1}
      title={t('record.missing')}
      hint={t(session.type === 'joined' ? 'record.missingJoined' : 'record.missingLocal')}
      role="status"
    >
      {session.type === 'joined' ? (
        <ButtonLink href={pathTo.register}>{t('record.back')}</ButtonLink>
      ) : (
        <ButtonLink kind="primary" href={pathTo.join}>
          {t('me.join')}
        </ButtonLink>
      )}
    </EmptyState>
  );
}

function Failed() {
  const { t } = useWords();
  useScreenTitle(t('record.failed'));
  return (
    <EmptyState level={1} title={t('record.failed')} hint={t('record.failedHint')} role="alert">
      <Button onClick={() => location.reload()}>{t('app.reload')}</Button>
    </EmptyState>
  );
}
