/** The workspaces on this device: the open one, the others with what is unsent in them, and the way to one more. */
import { useEffect, useState } from 'preact/hooks';
import type { DeviceWorkspace } from '../../services/session.ts';
import { pathTo } from '../../routes.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';

export function DeviceWorkspaces() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const session = useReadable(services.session.state);
  const [workspaces, setWorkspaces] = useState<readonly DeviceWorkspace[]>([]);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    const read = async () => setWorkspaces(await (await services.signIn()).listWorkspaces());
    void read();
  }, [session]);

  const open = async (replica: string) => {
    setBusy(true);
    // The page is on its way out then.
    await (await services.signIn()).openWorkspace(replica);
  };

  if (session.type === 'local') return null;
  return (
    <Section title={t('workspaces.title')}>
      {workspaces.map((workspace) => (
        <div key={workspace.replica} data-testid="workspace">
          <Line workspace={workspace} isBusy={isBusy} onOpen={() => void open(workspace.replica)} />
        </div>
      ))}
      <SectionLine hint={t('workspaces.hint')}>
        <ButtonLink icon="plus" href={pathTo.join}>
          {t('workspaces.join')}
        </ButtonLink>
      </SectionLine>
    </Section>
  );
}

type LineProps = {
  readonly workspace: DeviceWorkspace;
  readonly isBusy: boolean;
  readonly onOpen: () => void;
};

function Line({ workspace, isBusy, onOpen }: LineProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const status = useReadable(services.sync.status);
  const { name, personName, isOpen } = workspace;
  // The open one is counted all the time.
  const count = isOpen ? status.unsent + status.drafts : workspace.unsent;
  const unsent = count === 0 ? t('workspaces.sent') : t('workspaces.unsent', { count });
  return (
    <SectionLine label={name} hint={t('workspaces.line', { name: personName, unsent })}>
      {isOpen ? (
        <p class="me-screen__text">{t('workspaces.open')}</p>
      ) : (
        <Button disabled={isBusy} onClick={onOpen}>
          {t('workspaces.switch')} <span class="visually-hidden">{name}</span>
        </Button>
      )}
    </SectionLine>
  );
}
