/** A device whose cookie is gone, but not its key, signs in again by itself: no person need find a link. */
import type { DeviceId } from '../../shared/domain/ids.ts';
import { renewProofText } from '../../shared/protocol/device-proofs.ts';
import type { TransportFailure } from '../replication/transport.ts';
import { bytesToBase64url } from './base64url.ts';
import type { DeviceKey } from './device-key.ts';
import type { SessionClient } from './session-client.ts';

/** undefined: it is signed in again; else why not. `signedOut`: somebody has signed this device out. */
export async function renewSession(
  client: Pick<SessionClient, 'challenge' | 'renew'>,
  key: Pick<DeviceKey, 'sign'>,
  device: DeviceId,
  workspace: string | undefined,
): Promise<TransportFailure | undefined> {
  const asked = await client.challenge({ device, workspace });
  if (!asked.ok) return asked.error;
  const { challenge } = asked.value;
  const proven = new TextEncoder().encode(renewProofText(challenge, device));
  const proof = bytesToBase64url(await key.sign(proven));
  const answer = await client.renew({ device, challenge, proof, workspace });
  return answer.ok ? undefined : answer.error;
}
