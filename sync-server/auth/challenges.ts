/** Challenges that a device signs to prove its key: they carry their own expiry and seal, so none is kept. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { challengeLifeMs, type ChallengeRequest } from '../../shared/protocol/session.ts';

export type Challenges = {
  readonly issue: (asked: ChallengeRequest) => string;
  /** True for a challenge of this process, for this device in this workspace, that has not expired. */
  readonly isValid: (challenge: string, device: string, workspace: string | undefined) => boolean;
};

const secretBytes = 32;
const sealBytes = 32;
/** Unix milliseconds as a 64-bit number. */
const expiryBytes = 8;

export function createChallenges({ nowMs, randomBytes }: ClockDep & RandomDep): Challenges {
  const secret = randomBytes(secretBytes);
  const seal = (expiry: Uint8Array, { device, workspace = '' }: ChallengeRequest): Buffer =>
    createHmac('sha256', secret).update(expiry).update(`${device}:${workspace}`).digest();

  return {
    issue(asked) {
      const expiry = Buffer.alloc(expiryBytes);
      expiry.writeBigUInt64BE(BigInt(nowMs() + challengeLifeMs));
      return Buffer.concat([expiry, seal(expiry, asked)]).toString('base64url');
    },
    isValid(challenge, device, workspace) {
      const bytes = Buffer.from(challenge, 'base64url');
      if (bytes.length !== expiryBytes + sealBytes) return false;
      const expiry = bytes.subarray(0, expiryBytes);
      const expected = seal(expiry, { device, workspace });
      const isSealed = timingSafeEqual(bytes.subarray(expiryBytes), expected);
      return isSealed && Number(expiry.readBigUInt64BE()) > nowMs();
    },
  };
}
