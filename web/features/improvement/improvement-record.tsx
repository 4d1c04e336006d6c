/** An open record: what it is called and says, its story, its facts, and what people say of it. */
import { useCallback, useState } from 'preact/hooks';
import type { HistoryField } from '../../../shared/protocol/history.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Notice } from '../../ui/notice.tsx';
import { pathTo } from '../../routes.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';
import { ErasureSection } from '../erasure/erasure-section.tsx';
import { HistoryDoor } from '../history/history-door.ts';
import { type AskedHistory, HistorySection } from '../history/history-section.tsx';
import { numberOf } from '../improvement-words.ts';
import { useNoticesRead } from '../notices/read-notices.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useReadable } from '../use-readable.ts';
import { CollaborativeText } from './collaborative-text.tsx';
import { useDrafts } from '../drafts/use-drafts.ts';
import { useArrivalPlace } from './arrival-place.ts';
import { Conversation } from './conversation.tsx';
import { FieldConflict } from './field-conflict.tsx';
import { historyKey } from './history-keys.ts';
import { KeyFacts } from './key-facts.tsx';
import { Origin } from './origin.tsx';
import { PurgeSection } from './purge-section.tsx';
import { ReadOnlyNotice } from './read-only-notice.tsx';
import { RecordBar } from './record-bar.tsx';
import { RecordFacts } from './record-facts.tsx';
import { LinkFacts, Story } from './record-parts.ts';
import { StageBar } from './stage-bar.tsx';
import { Support } from './support.tsx';
import { TitleField } from './title-field.tsx';
import { usePainted } from './use-painted.ts';
import { useJoined } from './use-joined.ts';
import './improvement-record.css';

type ImprovementRecordProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
  /** Somebody came to add detail to it. */
  readonly isDetailWanted: boolean;
};

export function ImprovementRecord({ improvement, row, isDetailWanted }: ImprovementRecordProps) {
  const { t } = useWords();
  const state = useReadable(improvement.state);
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const mayEdit = state.isAllowed('editRecord');
  const title = state.fields.title.value;
  const name = title === '' ? t('register.untitled') : title;
  // The words come first; everything around them follows once they are seen.
  const isPainted = usePainted();
  const parts = { improvement, state, row, isDetailWanted };
  useScreenTitle(row === undefined ? name : `${numberOf(row)} ${name}`);

  useNoticesRead(improvement.id);
  useArrivalPlace();

  const [asked, setAsked] = useState<AskedHistory>();
  const showHistory = useCallback((field: HistoryField) => setAsked({ field, isLed: true }), []);

  const handleKey = (event: KeyboardEvent) => {
    const action = historyKey(event);
    if (action === undefined) return;
    event.preventDefault();
    improvement.undo[action]();
  };

  return (
    <HistoryDoor.Provider value={showHistory}>
      <article class="improvement-record" onKeyDown={handleKey}>
        <div class="improvement-record__page">
          <h1 class="visually-hidden" ref={heading} tabIndex={-1}>
            {name}
          </h1>
          <RecordBar improvement={improvement} row={row} />
          <Problems improvement={improvement} />
          {!mayEdit && <ReadOnlyNotice />}
          <div class="improvement-record__columns">
            <div class="improvement-record__main">
              <header>
                <Title improvement={improvement} state={state} />
                <KeyFacts state={state} />
                {isPainted && state.sets.links.length > 0 && <LinkFacts {...parts} />}
                <Origin improvement={improvement} row={row} />
              </header>
              <StageBar improvement={improvement} state={state} />
              <CollaborativeText
                texts={improvement}
                field="description"
                hint={t('record.descriptionHint')}
                readOnly={!mayEdit}
              />
              {isPainted && <Story {...parts} />}
            </div>
            {isPainted && <RecordFacts {...parts} />}
            {isPainted && (
              <div class="improvement-record__end">
                <Together improvement={improvement} state={state} />
                <HistorySection
                  improvement={improvement}
                  row={row}
                  asked={asked}
                  onAsk={setAsked}
                />
                {state.mayPurge && row !== undefined && (
                  <>
                    <ErasureSection improvement={improvement} row={row} />
                    <PurgeSection improvement={improvement} row={row} />
                  </>
                )}
              </div>
            )}
          </div>
        </div>
      </article>
    </HistoryDoor.Provider>
  );
}

/** What people say of it, here and in its duplicates. */
function Together({
  improvement,
  state,
}: {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
}) {
  const joined = useJoined(improvement);
  return (
    <>
      <Support improvement={improvement} state={state} joined={joined} />
      <Conversation improvement={improvement} state={state} joined={joined} />
    </>
  );
}

function Title({
  improvement,
  state,
}: {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
}) {
  const { title } = state.fields;
  const mayEdit = state.isAllowed('editRecord');
  const set = (value: string) => improvement.change({ type: 'setField', field: 'title', value });
  return (
    <>
      <TitleField title={title.value} readOnly={!mayEdit} onChange={set} />
      {mayEdit && <FieldConflict field="title" read={title} onKeep={set} />}
    </>
  );
}

/** What keeps an edit from being stored or accepted, and what to do about it. */
function Problems({ improvement }: { readonly improvement: OpenImprovement }) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const status = useReadable(services.sync.status);
  const drafts = useDrafts(status.drafts > 0)?.drafts.waiting ?? [];
  const hasDrafts = drafts.some(({ docId }) => docId === improvement.id);
  const saving = useReadable(improvement.saving);
  const refused = useReadable(improvement.refused);
  return (
    <>
      {saving !== 'saved' && saving !== 'saving' && (
        <Notice tone="danger" icon="warning" role="alert" text={t(storageFailureText(saving))} />
      )}
      {refused === 'rebase' && (
        <Notice tone="calm" icon="eye" role="status" text={t('record.rewritten')} />
      )}
      {((refused !== undefined && refused !== 'rebase') || hasDrafts) && (
        <Notice tone="warn" icon="warning" role="alert" text={t('record.refused')}>
          <ButtonLink href={pathTo.drafts}>{t('drafts.show')}</ButtonLink>
        </Notice>
      )}
    </>
  );
}
