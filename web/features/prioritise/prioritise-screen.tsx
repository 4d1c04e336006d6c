/** What comes first: the ranked backlog with its reasons, value against effort, and how the methods differ. */
import { useState } from 'preact/hooks';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { ImpactMatrix } from './impact-matrix.tsx';
import { MethodsTable } from './methods-table.tsx';
import { RankedList } from './ranked-list.tsx';
import './prioritise-screen.css';

const views = ['ranking', 'matrix', 'methods'] as const;
type View = (typeof views)[number];

export function PrioritiseScreen() {
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  useScreenTitle(t('nav.prioritise'));
  const [view, setView] = useState<View>('ranking');
  return (
    <div class="prioritise-screen">
      <header class="prioritise-screen__header">
        <h1 class="prioritise-screen__title" ref={heading} tabIndex={-1}>
          {t('prioritise.title')}
        </h1>
        <Segments
          label={t('prioritise.view')}
          labelHidden
          options={views.map((one) => ({ value: one, label: t(`prioritise.${one}`) }))}
          value={view}
          onChoose={setView}
        />
      </header>
      {view === 'ranking' && <RankedList />}
      {view === 'matrix' && <ImpactMatrix />}
      {view === 'methods' && <MethodsTable />}
    </div>
  );
}
