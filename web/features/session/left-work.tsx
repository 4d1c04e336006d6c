/** Work that could not be sent before its person was signed out: said on the Me screen until it is taken up or deleted. */
import { useEffect, useState } from 'preact/hooks';
import type { LeftWork } from '../../services/session.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { saveFile } from '../sync-status/save-file.ts';

export function LeftWorkNotices() {
  const [left, reload] = useLeftWork();
  return (
    <>
      {left.map((work) => (
        <LeftWorkNotice key={work.replica} work={work} onDeleted={reload} />
      ))}
    </>
  );
}

/** Empty until it is known. */
export function useLeftWork(): readonly [readonly LeftWork[], () => void] {
  const { services } = useEnvironment();
  const [left, setLeft] = useState<readonly LeftWork[]>([]);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const found = await (await services.signIn()).leftWork();
      if (isCurrent) setLeft(found);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [count]);
  return [left, () => setCount(count + 1)];
}

type LeftWorkNoticeProps = { readonly work: LeftWork; readonly onDeleted: () => void };

function LeftWorkNotice({ work, onDeleted }: LeftWorkNoticeProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [isSure, setSure] = useState(false);
  const { personName: name, workspaceName: workspace, unsent: count, replica } = work;

  const exportIt = async () => saveFile(await (await services.signIn()).exportLeft(replica));
  const deleteIt = async () => {
    if (!isSure) return setSure(true);
    await (await services.signIn()).deleteLeft(replica);
    onDeleted();
  };

  return (
    <div data-testid="left-work">
      <Notice
        tone="warn"
        icon="device"
        title={t('left.title', { name })}
        text={t('left.text', { name, workspace, count })}
      >
        <Button icon="download" onClick={() => void exportIt()}>
          {t('left.export')}
        </Button>
        <Button kind="quiet" onClick={() => void deleteIt()}>
          {t(isSure ? 'left.deleteSure' : 'left.delete')}
        </Button>
      </Notice>
    </div>
  );
}
