/** What the workspace has agreed on, followed for as long as it is shown. */
import { useEffect, useState } from 'preact/hooks';
import type { WorkspaceSettings } from '../../shared/domain/workspace.ts';
import { useEnvironment } from './environment.ts';

/** undefined until the device has read it. */
export function useSettings(): WorkspaceSettings | undefined {
  const { services } = useEnvironment();
  const [settings, setSettings] = useState<WorkspaceSettings>();
  useEffect(() => {
    let hasLeft = false;
    let stop = () => {};
    const follow = async () => {
      const { settings: current } = await services.workspace();
      if (hasLeft) return;
      setSettings(current.get());
      stop = current.subscribe(() => setSettings(current.get()));
    };
    // Without it holds what holds where nobody has set anything.
    follow().catch(() => undefined);
    return () => {
      hasLeft = true;
      stop();
    };
  }, [services]);
  return settings;
}
