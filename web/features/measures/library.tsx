/** All measures of the workspace: what is due first, then by name; found by words; and a new one begun. */
import { useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { MeasureRow } from '../../../shared/domain/measure.ts';
import { isReadingDue } from '../../../shared/process/reading-due.ts';
import { pathToPage } from '../../page-paths.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { localDay } from '../local-day.ts';
import { ListPage } from '../shell/list-page.tsx';
import { useNow } from '../use-now.ts';
import { MeasureLine } from './measure-line.tsx';
import { holdsWords, MeasureSearch } from './measure-search.tsx';
import { NewMeasureSheet } from './new-measure-sheet.tsx';
import { ReadingSheet } from './reading-sheet.tsx';
import { useMeasures } from './use-measures.ts';
import './measures.css';

export function Library() {
  const { t } = useWords();
  const library = useMeasures();
  const today = localDay(useNow());
  const [words, setWords] = useState('');
  const [isOldShown, setOldShown] = useState(false);
  const [isNew, setNew] = useState(false);
  const [taking, setTaking] = useState<readonly DocumentId[]>();
  const { navigation } = useEnvironment();
  if (library === undefined) return <div aria-busy="true" />;
  const { service, rows } = library;
  const mayBegin = service.isAllowed('beginMeasure');
  const begin = mayBegin && (
    <Button kind="primary" icon="plus" onClick={() => setNew(true)}>
      {t('measures.new')}
    </Button>
  );
  const current = sorted(
    rows.filter(({ archived }) => archived !== 'yes'),
    today,
  );
  const old = sorted(
    rows.filter(({ archived }) => archived === 'yes'),
    today,
  );
  const found = [...current, ...(isOldShown ? old : [])].filter((row) => holdsWords(row, words));
  const due = current.filter(
    (row) => isReadingDue(row, today) && service.isAllowed('takeReading', row),
  );
  const queueFrom = (id: DocumentId) => {
    const others = due.map((row) => row.id).filter((other) => other !== id);
    return due.some((row) => row.id === id) ? [id, ...others] : [id];
  };
  return (
    <ListPage
      title={t('measures.title')}
      lead={t('measures.lead')}
      actions={rows.length > 0 && begin}
    >
      {rows.length === 0 && (
        <EmptyState
          title={t('measures.empty')}
          hint={t(mayBegin ? 'measures.emptyHint' : 'measures.emptyReader')}
        >
          {begin}
        </EmptyState>
      )}
      <MeasureSearch count={rows.length} words={words} onSearch={setWords} />
      {rows.length > 0 && found.length === 0 && (
        <EmptyState title={t('measures.nothing')} hint={t('measures.nothingHint')} role="status" />
      )}
      {found.length > 0 && (
        <ul class="measure-list" aria-label={t('measures.title')}>
          {found.map((row) => (
            <MeasureLine
              key={row.id}
              row={row}
              today={today}
              onTake={
                row.archived !== 'yes' && service.isAllowed('takeReading', row)
                  ? () => setTaking(queueFrom(row.id))
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      {old.length > 0 && (
        <div>
          <Button kind="quiet" onClick={() => setOldShown(!isOldShown)}>
            {t(isOldShown ? 'measures.hideArchived' : 'measures.showArchived', {
              count: old.length,
            })}
          </Button>
        </div>
      )}
      {isNew && (
        <NewMeasureSheet
          service={service}
          onBegun={(id) => navigation.go(pathToPage.measure(id))}
          onClose={() => setNew(false)}
        />
      )}
      {taking !== undefined && <ReadingSheet queue={taking} onClose={() => setTaking(undefined)} />}
    </ListPage>
  );
}

/** Those that are due by the day they are due on, all others by name. */
function sorted(rows: readonly MeasureRow[], today: string): readonly MeasureRow[] {
  const rank = (row: MeasureRow) => (isReadingDue(row, today) ? row.dueOn : '9');
  return rows.toSorted((a, b) =>
    rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.name.localeCompare(b.name),
  );
}
