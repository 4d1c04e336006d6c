/** Takes readings back after the sheet in which they were kept was closed. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { useEnvironment } from '../environment.ts';

export function useTakeBack(): (id: DocumentId, readings: readonly string[]) => Promise<void> {
  const { services } = useEnvironment();
  return async (id, readings) => {
    const measure = await (await services.measures()).open(id);
    await measure?.removeReadings(readings);
    await measure?.close();
  };
}
