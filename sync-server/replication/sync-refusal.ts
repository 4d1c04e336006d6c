/** Why a push or pull as a whole was refused, and the checks that both begin with. */
import type { ServerEpoch, WorkspaceId } from '../../shared/domain/ids.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { Store } from '../store/store.ts';

export type SyncRefusal = Refusal & {
  /** With `epochChanged`: the server's lineage, and the last seq it still has. */
  readonly epoch?: ServerEpoch;
  readonly headSeq?: number;
};

/** What every sync request says of the peer. */
type Greeting = { readonly proto: number; readonly epoch: string | null };

export async function refuseGreeting(
  store: Store,
  workspace: WorkspaceId,
  { proto, epoch }: Greeting,
): Promise<SyncRefusal | undefined> {
  if (proto !== protocolVersion) {
    return refusal('upgrade', `This server speaks protocol ${protocolVersion}.`, 'proto');
  }
  if (epoch === null || epoch === store.lineage.epoch) return undefined;
  const { headSeq } = await store.position(workspace);
  const reason = refusal('epochChanged', 'The server’s database has another lineage.', 'epoch');
  return { ...reason, epoch: store.lineage.epoch, headSeq };
}
