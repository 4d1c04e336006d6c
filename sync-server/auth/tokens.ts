/** Secrets that let somebody in: long enough not to be guessed, and stored as a hash only. */
import { createHash } from 'node:crypto';
import type { RandomDep } from '../../shared/deps.ts';

/** 256 bits. */
const tokenBytes = 32;

export const createToken = ({ randomBytes }: RandomDep): string =>
  Buffer.from(randomBytes(tokenBytes)).toString('base64url');

/** What the store keeps: a token this long needs no salt and no slow hash. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
