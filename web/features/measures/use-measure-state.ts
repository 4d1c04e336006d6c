/** What a measure says, for as long as a screen shows it. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { MeasureState } from '../../services/measures.ts';
import { useOpenMeasure } from './use-measures.ts';

/** `opening`: it is being opened; `missing`: none is named, or it is not on this device. */
export type MeasureHere = MeasureState | 'opening' | 'missing';

export function useMeasureState(id: DocumentId | undefined): MeasureHere {
  const opened = useOpenMeasure(id);
  const [state, setState] = useState<MeasureState>();
  useEffect(() => {
    if (typeof opened === 'string') return setState(undefined);
    const follow = () => setState(opened.state.get());
    follow();
    return opened.state.subscribe(follow);
  }, [opened]);
  if (typeof opened === 'string') return opened;
  return state ?? 'opening';
}
