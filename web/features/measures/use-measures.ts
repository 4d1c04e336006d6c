/** The library of measures, and one of them open, for as long as a screen shows them. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { MeasureRow } from '../../../shared/domain/measure.ts';
import type { MeasureService, OpenMeasure } from '../../services/measures.ts';
import { useEnvironment } from '../environment.ts';

export type MeasureLibrary = {
  readonly service: MeasureService;
  readonly rows: readonly MeasureRow[];
};

/** undefined until the device has read it. */
export function useMeasures(): MeasureLibrary | undefined {
  const { services } = useEnvironment();
  const [library, setLibrary] = useState<MeasureLibrary>();
  useEffect(() => {
    let hasLeft = false;
    let stop = () => {};
    const follow = async () => {
      const service = await services.measures();
      if (hasLeft) return;
      const show = () => setLibrary({ service, rows: service.rows.get() });
      show();
      stop = service.rows.subscribe(show);
    };
    void follow();
    return () => {
      hasLeft = true;
      stop();
    };
  }, [services]);
  return library;
}

export type OpenedMeasure = OpenMeasure | 'opening' | 'missing';

/** `missing`: none is named, or it is not on this device. */
export function useOpenMeasure(id: DocumentId | undefined): OpenedMeasure {
  const { services } = useEnvironment();
  const [opened, setOpened] = useState<OpenedMeasure>(id === undefined ? 'missing' : 'opening');
  useEffect(() => {
    if (id === undefined) return setOpened('missing');
    let hasLeft = false;
    let measure: OpenMeasure | undefined;
    const open = async () => {
      measure = await (await services.measures()).open(id);
      if (hasLeft) return measure?.close();
      setOpened(measure ?? 'missing');
    };
    setOpened('opening');
    void open();
    return () => {
      hasLeft = true;
      void measure?.close();
    };
  }, [services, id]);
  return opened;
}
