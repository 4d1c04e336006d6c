/** The devices of a person: which there are, what they are called, signing one out. */
import type { ClockDep } from '../../shared/deps.ts';
import type { DeviceId, PersonId } from '../../shared/domain/ids.ts';
import {
  deviceNameLength,
  type ListedDevice,
  normaliseDeviceName,
} from '../../shared/protocol/devices.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';

type Deps = ClockDep & {
  readonly store: Store;
  /** Ends the sockets of a session. */
  readonly onSessionEnded: (sessionHash: string) => void;
};

/** One's own for everybody; refused `notFound` for another's, unless an administrator asks. */
export async function listDevices(
  { store }: Pick<Deps, 'store'>,
  session: Session,
  person: PersonId,
): Promise<Result<{ readonly devices: readonly ListedDevice[] }, Refusal>> {
  const isOwn = person === session.person.id;
  if (!isOwn && !isAdministrator(session.person)) return err(unknownPerson);
  const devices = await store.listDevices(session.workspace, person);
  // Everybody has joined with a device, so who has none is nobody here.
  if (devices.length === 0) return err(unknownPerson);
  return ok({
    devices: devices.map(({ person: _person, ...device }) => ({
      ...device,
      isThisOne: device.id === session.device,
    })),
  });
}

export async function renameDevice(
  { store }: Pick<Deps, 'store'>,
  session: Session,
  device: DeviceId,
  typedName: string,
): Promise<Result<object, Refusal>> {
  const found = await store.findDevice(session.workspace, device);
  if (found?.person !== session.person.id) return err(unknownDevice);
  const name = normaliseDeviceName(typedName);
  if (name === undefined) return err(badName);
  await store.renameDevice(session.workspace, device, name);
  return ok({});
}

/** Ends the device's sessions and closes their sockets; for one's own, and for an administrator. */
export async function signOut(
  { store, nowMs, onSessionEnded }: Deps,
  session: Session,
  device: DeviceId,
): Promise<Result<object, Refusal>> {
  const { workspace, person } = session;
  const found = await store.findDevice(workspace, device);
  const isMine = found?.person === person.id;
  if (found === undefined || (!isMine && !isAdministrator(person))) return err(unknownDevice);
  const ended = await store.signOutDevice(workspace, device, person.id, nowMs());
  for (const sessionHash of ended) onSessionEnded(sessionHash);
  return ok({});
}

const unknownPerson = refusal('notFound', 'There is no such person.', 'person');
const unknownDevice = refusal('notFound', 'There is no such device.', 'device');
const badName = refusal('invalidField', `A name of 1 to ${deviceNameLength} characters.`, 'name');

const isAdministrator = ({ roles }: Session['person']): boolean => roles.includes('admin');
