/** A comment typed and not posted: kept by the device for each record, as what is typed on Capture is. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { DeviceRow } from './device-database.ts';
import { createTypedText, type TypedText, type TypedTextDeps } from './typed-text.ts';

/** The part of the device's table that is needed here. */
type TypedRows = {
  readonly get: (key: string) => PromiseLike<DeviceRow | undefined>;
  readonly put: (row: DeviceRow) => PromiseLike<unknown>;
  readonly delete: (key: string) => PromiseLike<unknown>;
};

export type TypedCommentDeps = Pick<TypedTextDeps, 'setTimer' | 'report' | 'storage'> & {
  readonly rows: TypedRows;
};

export function openTypedComment(deps: TypedCommentDeps, id: DocumentId): TypedText {
  const { rows, ...rest } = deps;
  const k = `typed:${id}` as const;
  return createTypedText({
    ...rest,
    handoverKey: `gemba:${k}`,
    device: {
      readTyped: async () => {
        const stored = await rows.get(k);
        return stored?.k === k && 'text' in stored ? stored.text : '';
      },
      writeTyped: async (text) => {
        await (text === '' ? rows.delete(k) : rows.put({ k, text }));
      },
    },
  });
}
