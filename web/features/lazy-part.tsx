/** A part of the app that is fetched when it is first needed, with a way on when it can't be. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useWords } from './environment.ts';

type LazyPart<Props> = ComponentType<Props> & { readonly preload: () => void };

export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyPart<Props> {
  let loaded: ComponentType<Props> | undefined;
  const fetch = async () => (loaded = await load());

  function Part(props: Props) {
    const [Shown, setShown] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    const show = () => {
      setFailed(false);
      fetch().then(
        (part) => setShown(() => part),
        () => setFailed(true),
      );
    };
    useEffect(() => {
      if (Shown === undefined) show();
    }, []);
    if (failed) return <LoadFailed onRetry={show} />;
    return Shown === undefined ? null : <Shown {...props} />;
  }

  // What can't be fetched ahead is fetched, and reported, when it is needed.
  return Object.assign(Part, { preload: () => void fetch().catch(() => undefined) });
}

function LoadFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useWords();
  return (
    <EmptyState title={t('app.loadFailed')} hint={t('app.loadFailedHint')} role="alert">
      <Button kind="primary" onClick={onRetry}>
        {t('app.tryAgain')}
      </Button>
    </EmptyState>
  );
}
