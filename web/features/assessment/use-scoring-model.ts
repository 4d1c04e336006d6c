/** The scoring model that this workspace has published. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { firstModel, modelFrom, type ScoringModel } from '../../../shared/process/scoring-model.ts';
import type { WorkspaceSettings } from '../../../shared/domain/workspace.ts';
import { useEnvironment } from '../environment.ts';

/** The first model until the device has read what was agreed on. */
export function useScoringModel(): ScoringModel {
  const { services } = useEnvironment();
  const [settings, setSettings] = useState<WorkspaceSettings>();
  useEffect(() => {
    let left = false;
    let stop = () => {};
    const follow = async () => {
      const { settings: current } = await services.workspace();
      if (left) return;
      setSettings(current.get());
      stop = current.subscribe(() => setSettings(current.get()));
    };
    // Without it the first model holds.
    follow().catch(() => undefined);
    return () => {
      left = true;
      stop();
    };
  }, [services]);
  return useMemo(() => {
    const model = settings === undefined ? firstModel : modelFrom(settings);
    // The same object for the same model: another one would have every list asked for anew.
    return JSON.stringify(model) === JSON.stringify(firstModel) ? firstModel : model;
  }, [settings]);
}
