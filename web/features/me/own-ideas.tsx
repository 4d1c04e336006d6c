/** My submissions: each with its stage, its last answer and where it is, newest first. */
import { useEffect, useState } from 'preact/hooks';
import { answerDaysIn } from '../../../shared/process/answers.ts';
import type { ListedImprovement } from '../../services/register.ts';
import type { ListedNotice } from '../../services/notices.ts';
import { Button } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { myAuthors } from '../improvement-words.ts';
import { useNotices } from '../notices/use-notices.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { useSettings } from '../use-settings.ts';
import { OwnIdea } from './own-idea.tsx';
import './own-ideas.css';

const step = 10;
/** Notices looked through for news of one's ideas. */
const noticesAtMost = 200;

export function OwnIdeas() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const answerDays = answerDaysIn(useSettings()?.values);
  const [wanted, setWanted] = useState(step);
  const [ideas, setIdeas] = useState<readonly ListedImprovement[]>();
  const [notices, setNotices] = useState<readonly ListedNotice[]>([]);

  // One more than shown tells whether there are more.
  useEffect(
    () => services.register.watchBy(myAuthors(people, me), wanted + 1, setIdeas),
    [people, me, wanted],
  );
  useNotices((desk) => desk.watch(noticesAtMost, setNotices), []);

  if (ideas === undefined) return null;
  if (ideas.length === 0) return <p class="own-ideas__none">{t('me.ideasEmpty')}</p>;
  return (
    <>
      <ul class="own-ideas" aria-label={t('me.ideas')}>
        {ideas.slice(0, wanted).map((row) => (
          <OwnIdea
            key={row.id}
            row={row}
            news={notices.filter(({ docId, isUnread }) => isUnread && docId === row.id).length}
            nowMs={nowMs}
            answerDays={answerDays}
          />
        ))}
      </ul>
      {ideas.length > wanted && (
        <Button kind="quiet" onClick={() => setWanted(wanted + step)}>
          {t('me.ideasMore')}
        </Button>
      )}
    </>
  );
}
