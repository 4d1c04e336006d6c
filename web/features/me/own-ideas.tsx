/** My submissions: each with its stage and where it is, newest first. */
import { useEffect, useState } from 'preact/hooks';
import type { ListedImprovement } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { myAuthors } from '../improvement-words.ts';
import { RegisterRow } from '../register/register-row.tsx';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import './own-ideas.css';

const step = 10;

export function OwnIdeas() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const [wanted, setWanted] = useState(step);
  const [ideas, setIdeas] = useState<readonly ListedImprovement[]>();

  // One more than shown tells whether there are more.
  useEffect(
    () => services.register.watchBy(myAuthors(people, me), wanted + 1, setIdeas),
    [people, me, wanted],
  );

  if (ideas === undefined) return null;
  if (ideas.length === 0) return <p class="own-ideas__none">{t('me.ideasEmpty')}</p>;
  return (
    <>
      <div role="table" aria-label={t('me.ideas')}>
        <div role="rowgroup">
          {ideas.slice(0, wanted).map((row, index) => (
            <RegisterRow
              key={row.id}
              row={row}
              index={index}
              look="compact"
              people={people}
              me={me}
              nowMs={nowMs}
              active
              open={false}
            />
          ))}
        </div>
      </div>
      {ideas.length > wanted && (
        <Button kind="quiet" onClick={() => setWanted(wanted + step)}>
          {t('me.ideasMore')}
        </Button>
      )}
    </>
  );
}
