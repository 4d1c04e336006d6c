/** A device whose cookie is gone, but not its key, signs in again by itself: no person need find a link. */
import type { DeviceId } from '../../shared/domain/ids.ts';
import { renewProofText } from '../../shared/protocol/device-proofs.ts';
import { bytesToBase64url } from './base64url.ts';
import type { DeviceKey } from './device-key.ts';
import type { SessionClient } from './session-client.ts';

/** `signedOut`: the device was signed out. `failed`: the server doesn't know it, or can't be reached now. */
export async function renewSession(
  client: SessionClient,
  key: Pick<DeviceKey, 'sign'>,
  device: DeviceId,
  workspace: string | undefined,
): Promise<'renewed' | 'signedOut' | 'failed'> {
  const asked = await client.challenge({ device });
  if (!asked.ok) return 'failed';
  const { challenge } = asked.value;
  const proof = await key.sign(new TextEncoder().encode(renewProofText(challenge, device)));
  const answer = await client.renew({
    device,
    challenge,
    proof: bytesToBase64url(proof),
    workspace,
  });
  if (answer.ok) return 'renewed';
  return answer.error === 'signedOut' ? 'signedOut' : 'failed';
}
