/** Opens a record for as long as its screen is shown, also when it reaches this device only later. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { ImprovementService, OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement, RegisterService } from '../../services/register.ts';

export type Opened =
  | { readonly type: 'opening' }
  | { readonly type: 'missing' }
  | { readonly type: 'failed' }
  | { readonly type: 'open'; readonly improvement: OpenImprovement };

type OpenDeps = { readonly improvements: ImprovementService; readonly register: RegisterService };

/** The record, and its row as the register shows it: undefined while it is not on this device. */
export function useOpenImprovement(
  { improvements, register }: OpenDeps,
  id: DocumentId,
): { readonly opened: Opened; readonly row: ListedImprovement | undefined } {
  const [opened, setOpened] = useState<Opened>({ type: 'opening' });
  const [row, setRow] = useState<ListedImprovement>();
  const [attempt, setAttempt] = useState(1);

  useEffect(() => register.watchRow(id, setRow), [id]);

  const hasArrived = opened.type === 'missing' && row !== undefined;
  useEffect(() => {
    if (hasArrived) setAttempt((count) => count + 1);
  }, [hasArrived]);

  useEffect(() => {
    let left = false;
    let improvement: OpenImprovement | undefined;
    const open = async () => {
      improvement = await improvements.open(id);
      if (left) return improvement?.close();
      setOpened(improvement === undefined ? { type: 'missing' } : { type: 'open', improvement });
    };
    open().catch((error: unknown) => {
      if (!left) setOpened({ type: 'failed' });
      throw error;
    });
    return () => {
      left = true;
      void improvement?.close();
    };
  }, [id, attempt]);

  return { opened, row };
}
