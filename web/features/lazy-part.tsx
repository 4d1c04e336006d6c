/** A part of the app that is fetched when it is first needed, with a way on when it can't be. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useWords } from './environment.ts';

type LazyPart<Props> = ComponentType<Props> & {
  /** Fetches the part before it is needed. */
  readonly preload: () => Promise<void>;
};

/** A `quiet` part is not missed when it can't be fetched. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  quiet = false,
): LazyPart<Props> {
  let loaded: ComponentType<Props> | undefined;

  function Part(props: Props) {
    const words = useWords();
    const [Shown, setShown] = useState(() => (words.isComplete() ? loaded : undefined));
    const [failed, setFailed] = useState(false);

    const show = async () => {
      setFailed(false);
      try {
        const [part] = await Promise.all([load(), words.complete()]);
        loaded = part;
        setShown(() => part);
      } catch {
        setFailed(true);
      }
    };

    useEffect(() => {
      if (Shown === undefined) void show();
    }, []);

    if (failed && !quiet) return <LoadFailed onRetry={() => void show()} />;
    return Shown === undefined ? null : <Shown {...props} />;
  }

  const preload = async () => {
    loaded = await load();
  };

  return Object.assign(Part, { preload });
}

function LoadFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useWords();
  return (
    <EmptyState level={1} title={t('app.loadFailed')} hint={t('app.loadFailedHint')} role="alert">
      <Button kind="primary" onClick={onRetry}>
        {t('app.tryAgain')}
      </Button>
    </EmptyState>
  );
}
