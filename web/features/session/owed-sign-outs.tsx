/** Signed out here while the server could not be reached: said until it has been told. */
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';

export function OwedSignOutNotices() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = async () => setNames(await (await services.signIn()).owedSignOuts());
    void read();
  }, []);
  return (
    <>
      {names.map((workspace) => (
        <Notice
          key={workspace}
          tone="calm"
          icon="cloudOff"
          role="status"
          title={t('signOut.owedTitle', { workspace })}
          text={t('signOut.owed')}
        />
      ))}
    </>
  );
}
