/**
 * A browser that threw this device's storage away may still hold its session cookie: then the device joins
 * again as a new one of the same person, and what the server has comes back.
 */
import type { SessionService } from '../services/session.ts';
import type { SessionClient } from './session-client.ts';

/** False: there is no session left, so the person needs a link. */
export async function rejoinAfterEviction(deps: {
  readonly loadClient: () => Promise<SessionClient>;
  readonly join: SessionService['join'];
}): Promise<boolean> {
  const client = await deps.loadClient();
  const known = await client.read();
  if (!known.ok) return false;
  const invitation = await client.invite({ for: 'ownDevice' });
  if (!invitation.ok) return false;
  return (await deps.join(invitation.value.token, known.value.person.displayName)).ok;
}
