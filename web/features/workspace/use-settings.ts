/** What the workspace has agreed on, for whatever shows something of it; followed for as long as it is shown. */
import { useEffect, useState } from 'preact/hooks';
import type { WorkspaceSettings } from '../../../shared/domain/workspace.ts';
import { useEnvironment } from '../environment.ts';

/** undefined: not read yet. */
export function useSettings(): WorkspaceSettings | undefined {
  const { services } = useEnvironment();
  const [settings, setSettings] = useState<WorkspaceSettings>();
  useEffect(() => {
    let isLeft = false;
    let stop: (() => void) | undefined;
    const follow = async () => {
      const { settings: known } = await services.workspace();
      if (isLeft) return;
      setSettings(known.get());
      stop = known.subscribe(() => setSettings(known.get()));
    };
    void follow();
    return () => {
      isLeft = true;
      stop?.();
    };
  }, [services]);
  return settings;
}

/** How an objective is called, also one that was taken out; undefined: not known here. */
export const objectiveTitle = (
  settings: WorkspaceSettings | undefined,
  id: string,
): string | undefined => settings?.items.objectives.find((item) => item.id === id)?.values.title;
