/** What others did to what concerns me, by the day on which this device heard of it. */
import { useState } from 'preact/hooks';
import { pathTo } from '../../routes.ts';
import type { ListedNotice } from '../../services/notices.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useNow } from '../use-now.ts';
import { NoticeLine } from './notice-line.tsx';
import { useNotices } from './use-notices.ts';
import './notices-screen.css';

const step = 50;
const dayMs = 24 * 60 * 60 * 1000;

export function NoticesScreen() {
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  useScreenTitle(t('notices.title'));
  const [wanted, setWanted] = useState(step);
  const [notices, setNotices] = useState<readonly ListedNotice[]>();

  // One more than shown tells whether there are more.
  useNotices((desk) => desk.watch(wanted + 1, setNotices), [wanted]);

  return (
    <div class="notices-screen">
      <header class="notices-screen__header">
        <h1 class="notices-screen__title" ref={heading} tabIndex={-1}>
          {t('notices.title')}
        </h1>
        {notices?.some(({ isUnread }) => isUnread) === true && <ReadAll />}
      </header>
      {notices?.length === 0 && (
        <EmptyState title={t('notices.empty')} hint={t('notices.emptyHint')} role="status">
          <ButtonLink href={pathTo.register}>{t('record.back')}</ButtonLink>
        </EmptyState>
      )}
      {notices !== undefined && <Days notices={notices.slice(0, wanted)} />}
      {notices !== undefined && notices.length > wanted && (
        <Button kind="quiet" onClick={() => setWanted(wanted + step)}>
          {t('notices.more')}
        </Button>
      )}
    </div>
  );
}

function ReadAll() {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  const readAll = async () => {
    const undo = await (await services.notices()).readAll();
    showToast({
      text: t('notices.allRead'),
      action: { label: t('app.undo'), onClick: () => void undo() },
    });
  };
  return (
    <Button kind="quiet" icon="check" onClick={() => void readAll()}>
      {t('notices.readAll')}
    </Button>
  );
}

function Days({ notices }: { readonly notices: readonly ListedNotice[] }) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const names = new Map([
    [format.date(nowMs - dayMs), t('history.yesterday')],
    [format.date(nowMs), t('history.today')],
  ]);
  const days = new Map<string, readonly ListedNotice[]>();
  for (const notice of notices) {
    const day = format.date(notice.toldAt);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...days].map(([day, told]) => (
    <section key={day}>
      <h2 class="notices-screen__day">{names.get(day) ?? day}</h2>
      <ul class="notices-screen__list">
        {told.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} nowMs={nowMs} />
        ))}
      </ul>
    </section>
  ));
}
