/** A device whose cookie is gone, but not its key, signs in again by itself: no person need find a link. */
import type { DeviceId } from '../../shared/domain/ids.ts';
import { renewProofText } from '../../shared/protocol/device-proofs.ts';
import { bytesToBase64url } from './base64url.ts';
import type { DeviceKey } from './device-key.ts';
import type { SessionClient } from './session-client.ts';

/** False: the server doesn't know the device, has signed it out, or can't be reached now. */
export async function renewSession(
  client: SessionClient,
  key: Pick<DeviceKey, 'sign'>,
  device: DeviceId,
): Promise<boolean> {
  const asked = await client.challenge({ device });
  if (!asked.ok) return false;
  const { challenge } = asked.value;
  const proof = await key.sign(new TextEncoder().encode(renewProofText(challenge, device)));
  return (await client.renew({ device, challenge, proof: bytesToBase64url(proof) })).ok;
}
