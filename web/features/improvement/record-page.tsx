/** A page about one side of a record: its bar, what the page is, what keeps an edit from being stored, and a sheet to print. */
import type { ComponentChildren } from 'preact';
import { type DocumentId, isUuid } from '../../../shared/domain/ids.ts';
import { pathTo } from '../../routes.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';
import { numberOf } from '../improvement-words.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useReadable } from '../use-readable.ts';
import { historyKey } from './history-keys.ts';
import { OpenedRecord } from './opened-record.tsx';
import { ReadOnlyNotice } from './read-only-notice.tsx';
import { RecordBar } from './record-bar.tsx';
import './record-page.css';

export type RecordView = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
  readonly row: ListedImprovement | undefined;
  /** The title, or what stands for it. */
  readonly name: string;
  /** With its number in front, once that is known. */
  readonly numbered: string;
};

type RecordPageProps = {
  /** As it stands in the address. */
  readonly id: string;
  /** What the page shows of a record: "Business case". */
  readonly kind: string;
  readonly screenTitle: (numbered: string) => string;
  /** Buttons beside the one that leads to the record. */
  readonly actions?: (view: RecordView) => ComponentChildren;
  /** What is printed instead of the page. */
  readonly sheet?: (view: RecordView) => ComponentChildren;
  readonly children: (view: RecordView) => ComponentChildren;
};

export const RecordPage = ({ id, ...page }: RecordPageProps) => (
  <OpenedRecord id={(isUuid(id) ? id : '') as DocumentId}>
    {(improvement, row) => <Opened {...page} improvement={improvement} row={row} />}
  </OpenedRecord>
);

type OpenedProps = Omit<RecordPageProps, 'id'> & Pick<RecordView, 'improvement' | 'row'>;

function Opened({ improvement, row, ...page }: OpenedProps) {
  const { t } = useWords();
  const state = useReadable(improvement.state);
  const saving = useReadable(improvement.saving);
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const title = state.fields.title.value;
  const name = title === '' ? t('register.untitled') : title;
  const numbered = row === undefined ? name : `${numberOf(row)} ${name}`;
  const view: RecordView = { improvement, state, row, name, numbered };
  useScreenTitle(page.screenTitle(numbered));

  const handleKey = (event: KeyboardEvent) => {
    const action = historyKey(event);
    if (action === undefined) return;
    event.preventDefault();
    improvement.undo[action]();
  };

  return (
    <article class="record-page" onKeyDown={handleKey}>
      <div class="record-page__content">
        <RecordBar improvement={improvement} row={row} />
        <header class="record-page__header">
          <div>
            <p class="record-page__kind">{page.kind}</p>
            <h1 class="record-page__title" ref={heading} tabIndex={-1}>
              {name}
            </h1>
          </div>
          <div class="record-page__actions">
            <ButtonLink href={pathTo.improvement(improvement.id)}>{t('case.toRecord')}</ButtonLink>
            {page.actions?.(view)}
          </div>
        </header>
        {saving !== 'saved' && saving !== 'saving' && (
          <Notice tone="danger" icon="warning" role="alert" text={t(storageFailureText(saving))} />
        )}
        {!state.isAllowed('editRecord') && <ReadOnlyNotice />}
        {page.children(view)}
      </div>
      {page.sheet !== undefined && <div class="record-page__sheet">{page.sheet(view)}</div>}
    </article>
  );
}
