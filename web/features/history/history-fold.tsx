/** At the end of a page: a history, read when it is asked for. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import './history-section.css';

type HistoryFoldProps = {
  readonly title: string;
  readonly children: () => ComponentChildren;
};

export function HistoryFold({ title, children }: HistoryFoldProps) {
  const { t } = useWords();
  const titleId = useId();
  const [isShown, setShown] = useState(false);
  return (
    <section class="history-section" aria-labelledby={titleId}>
      <div class="history-section__head">
        <h2 class="history-section__title" id={titleId}>
          {title}
        </h2>
        <Button kind="quiet" icon="history" expanded={isShown} onClick={() => setShown(!isShown)}>
          {t(isShown ? 'history.hide' : 'history.show')}
        </Button>
      </div>
      {isShown && children()}
    </section>
  );
}
