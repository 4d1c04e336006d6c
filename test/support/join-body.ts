/** The body of a join as a plain client makes it, with any part replaced. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type ActorId, createUuidV7, type DeviceId } from '../../shared/domain/ids.ts';
import { joinProofText } from '../../shared/protocol/device-proofs.ts';
import type { JoinRequest } from '../../shared/protocol/session.ts';
import { systemDeps } from './sync-core.ts';

export type Identity = {
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
};

export const newIdentity = (): Identity => ({
  device: createUuidV7<DeviceId>(systemDeps),
  actor: createUuidV7<ActorId>(systemDeps),
  ...generateKeyPairSync('ed25519'),
});

export function joinBody(
  token: string,
  identity: Identity = newIdentity(),
  replaced: Partial<JoinRequest> = {},
): JoinRequest {
  const { device, actor, publicKey, privateKey } = identity;
  const proven = Buffer.from(joinProofText(token, device, actor));
  return {
    token,
    device,
    actor,
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    proof: sign(null, proven, privateKey).toString('base64url'),
    displayName: 'Ada',
    ...replaced,
  };
}
