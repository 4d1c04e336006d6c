/** Who writes on this device: its own id, the author's, and this run of the program. */
import type { ActorId, DeviceId } from '../../shared/domain/ids.ts';

export type Identity = {
  readonly device: DeviceId;
  readonly actor: ActorId;
  /** Random, new every time the program starts. */
  readonly boot: string;
};
