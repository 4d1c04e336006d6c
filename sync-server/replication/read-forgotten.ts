/** What a reader's device must not have any longer. */
import type { WorkspaceId } from '../../shared/domain/ids.ts';
import type { PullAnswer } from '../../shared/protocol/messages.ts';
import type { ReaderPosition, Store } from '../store/store.ts';
import type { View } from '../store/visibility-store.ts';
import type { Cursor } from './cursor.ts';

type Asked = {
  readonly asked: Cursor;
  /** Where the answer starts. */
  readonly reader: ReaderPosition;
  readonly isLast: boolean;
};

/**
 * What the reader may have and must not have any longer. Who sees only their own is told all that they may
 * have, at the end of each pull; others are told what was hidden since, and everything private when they
 * were shown more before.
 */
export async function readForgotten(
  store: Pick<Store, 'listOwn' | 'listHidden'>,
  workspace: WorkspaceId,
  view: View,
  { asked, reader, isLast }: Asked,
): Promise<Pick<PullAnswer, 'forget' | 'only'>> {
  if (view.sees === 'own') {
    return isLast ? { only: [...(await store.listOwn(workspace, view))] } : {};
  }
  const startsAnew = reader !== asked;
  if (view.sees === 'all' || asked.reached === 0 || !(startsAnew || isLast)) return {};
  const hidden = await store.listHidden(workspace, view, startsAnew ? null : asked.complete);
  return hidden.length > 0 ? { forget: [...hidden] } : {};
}
