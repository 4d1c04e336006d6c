/** The drafts of this device, followed. undefined = not read yet. */
import { useEffect, useState } from 'preact/hooks';
import type { Drafts, DraftService } from '../../services/drafts.ts';
import { useEnvironment } from '../environment.ts';

export type DraftsAndService = { readonly drafts: Drafts; readonly service: DraftService };

/** `isWanted` false: nothing is fetched or read. */
export function useDrafts(isWanted = true): DraftsAndService | undefined {
  const { services } = useEnvironment();
  const [state, setState] = useState<DraftsAndService>();
  useEffect(() => {
    if (!isWanted) return setState(undefined);
    let stop: (() => void) | undefined;
    let isLeft = false;
    const follow = async () => {
      const service = await services.drafts();
      if (!isLeft) stop = service.watch((drafts) => setState({ drafts, service }));
    };
    void follow();
    return () => {
      isLeft = true;
      stop?.();
    };
  }, [services, isWanted]);
  return state;
}
