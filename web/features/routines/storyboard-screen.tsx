/** The kata of a record: its storyboard and its coaching cards, or the card that is being filled. */
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../environment.ts';
import { RecordPage, type RecordView } from '../improvement/record-page.tsx';
import type { PageProps } from '../shell/pages.tsx';
import { setRoutine } from './choose-routine.tsx';
import { CoachingCard } from './coaching-card.tsx';
import { CoachingCards } from './coaching-cards.tsx';
import { StoryboardPrint } from './storyboard-print.tsx';
import { Storyboard } from './storyboard.tsx';
import { WhichRecord } from './which-record.tsx';
import './routines.css';

export function StoryboardScreen({ rest: [id, part] }: PageProps) {
  if (id === undefined) return <WhichRecord routine="kata" />;
  return part === 'card' ? <CardPage id={id} /> : <StoryboardPage id={id} />;
}

function StoryboardPage({ id }: { readonly id: string }) {
  const { t } = useWords();
  return (
    <RecordPage
      id={id}
      kind={t('kata.screen')}
      screenTitle={(name) => t('kata.screenTitle', { name })}
      actions={() => <Button onClick={() => print()}>{t('kata.print')}</Button>}
      sheet={(view) => <StoryboardPrint {...view} />}
    >
      {(view) => (
        <>
          <NotChosen {...view} />
          <Storyboard {...view} />
          <CoachingCards {...view} />
        </>
      )}
    </RecordPage>
  );
}

function CardPage({ id }: { readonly id: string }) {
  const { t } = useWords();
  return (
    <RecordPage
      id={id}
      kind={t('coaching.screen')}
      screenTitle={(name) => t('kata.screenTitle', { name })}
    >
      {(view) => <CoachingCard {...view} />}
    </RecordPage>
  );
}

/** Whoever comes by a link sees what is written, and that the record goes another way now. */
function NotChosen({ improvement, state }: RecordView) {
  const { t } = useWords();
  if (state.fields.routine.value === 'kata') return null;
  return (
    <Notice tone="calm" icon="eye" text={t('kata.notChosen')}>
      {state.isAllowed('editRecord') && (
        <Button kind="quiet" onClick={() => setRoutine(improvement, 'kata')}>
          {t('kata.choose')}
        </Button>
      )}
    </Notice>
  );
}
