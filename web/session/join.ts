/** Links: spending one, with what the device says of itself and the proof that it holds its key; making one. */
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import { joinProofText } from '../../shared/protocol/device-proofs.ts';
import { joinFragment } from '../../shared/protocol/paths.ts';
import type { InvitationRequest, SessionAnswer } from '../../shared/protocol/session.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { SessionService } from '../services/session.ts';
import { bytesToBase64url } from './base64url.ts';
import type { SessionDeps } from './session.ts';

export async function join(
  { identity, loadKey, loadClient }: Pick<SessionDeps, 'identity' | 'loadKey' | 'loadClient'>,
  token: string,
  displayName: string,
): Promise<Result<SessionAnswer, RefusalCode | 'unreachable'>> {
  const { device, actor } = identity;
  const [key, client] = await Promise.all([loadKey(), loadClient()]);
  const proof = await key.sign(new TextEncoder().encode(joinProofText(token, device, actor)));
  return client.join({
    token,
    device,
    actor,
    publicKey: bytesToBase64url(key.publicKey),
    proof: bytesToBase64url(proof),
    displayName,
  });
}

export async function invite(
  { serverUrl, loadClient }: Pick<SessionDeps, 'serverUrl' | 'loadClient'>,
  request: InvitationRequest,
): ReturnType<SessionService['invite']> {
  const answer = await (await loadClient()).invite(request);
  if (!answer.ok) return answer;
  const { token, expiresAt } = answer.value;
  return ok({ url: `${serverUrl}/#${joinFragment}=${token}`, expiresAt });
}
