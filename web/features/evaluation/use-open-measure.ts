/** A measure, open for as long as the component stands. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { MeasureState, OpenMeasure } from '../../services/measures.ts';
import { useEnvironment } from '../environment.ts';

/** `reading`: it is being opened; `missing`: none is named, or it is not on this device. */
export type MeasureHere = MeasureState | 'reading' | 'missing';

export function useOpenMeasure(id: DocumentId | undefined): MeasureHere {
  const { services } = useEnvironment();
  const [here, setHere] = useState<MeasureHere>(id === undefined ? 'missing' : 'reading');
  useEffect(() => {
    if (id === undefined) {
      setHere('missing');
      return undefined;
    }
    let isGone = false;
    let opened: OpenMeasure | undefined;
    let stop: (() => void) | undefined;
    setHere('reading');
    const open = async () => {
      opened = await (await services.measures()).open(id);
      if (isGone) return void opened?.close();
      if (opened === undefined) return setHere('missing');
      const { state } = opened;
      const follow = () => setHere(state.get());
      stop = state.subscribe(follow);
      follow();
    };
    void open();
    return () => {
      isGone = true;
      stop?.();
      void opened?.close();
    };
  }, [id, services]);
  return here;
}
