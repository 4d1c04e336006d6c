/** The scoring model that this workspace has published. */
import { useMemo } from 'preact/hooks';
import { firstModel, modelFrom, type ScoringModel } from '../../../shared/process/scoring-model.ts';
import { useSettings } from '../use-settings.ts';

/** The first model until the device has read what was agreed on. */
export function useScoringModel(): ScoringModel {
  const settings = useSettings();
  return useMemo(() => {
    const model = settings === undefined ? firstModel : modelFrom(settings);
    // The same object for the same model: another one would have every list asked for anew.
    return JSON.stringify(model) === JSON.stringify(firstModel) ? firstModel : model;
  }, [settings]);
}
