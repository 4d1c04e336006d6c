/** How an improvement's number, stage, place of storage and people read on every screen. */
import type { ImprovementRow, Someone, Stage } from '../../shared/domain/improvement.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Translate } from '../i18n/translate.ts';
import type { WhereStored } from '../services.ts';
import type { IconName } from '../ui/icon.tsx';
import type { StageShape } from '../ui/stage-mark.tsx';

/** The reference once there is one, else the number the device gave. */
export const numberOf = (row: Pick<ImprovementRow, 'ref' | 'localNumber'>): string =>
  row.ref === '' ? row.localNumber : row.ref;

export const whereIcons: { readonly [W in WhereStored]: IconName } = {
  device: 'device',
  hub: 'hub',
  server: 'cloudDone',
};

export const stageShapes: { readonly [S in Stage]: StageShape } = {
  idea: { fraction: 0 },
  assessing: { fraction: 0.2 },
  approved: { fraction: 0.4 },
  planned: { fraction: 0.5 },
  inProgress: { fraction: 0.65 },
  reviewing: { fraction: 0.85 },
  closed: { sign: 'done' },
  onHold: { sign: 'pause' },
  declined: { sign: 'stop' },
  duplicate: { sign: 'stop' },
  withdrawn: { sign: 'stop' },
};

/** The person behind an id that a record holds: a person's own, or one of their devices' authors. */
export const findPerson = (people: readonly Person[], someone: Someone): Person | undefined =>
  people.find(
    (person) => person.id === someone || person.actors.some((actor) => actor === someone),
  );

/** True when an id that a record holds is the one who uses this device. */
export function isMe(people: readonly Person[], me: Someone, someone: Someone): boolean {
  const person = findPerson(people, someone);
  return someone === me || (person !== undefined && person === findPerson(people, me));
}

/** Every id under which the one who uses this device may have captured an idea. */
export const myAuthors = (people: readonly Person[], me: Someone): readonly Someone[] => {
  const person = findPerson(people, me);
  return [...new Set([me, ...(person === undefined ? [] : [person.id, ...person.actors])])];
};

/** Their name, or what stands for it once they were erased. */
export const personName = ({ displayName }: Pick<Person, 'displayName'>, t: Translate): string =>
  displayName === '' ? t('someone.former') : displayName;

/** "Me", a colleague's name, or "Someone" for who is not known here (yet). */
export function nameOf(
  people: readonly Person[],
  me: Someone,
  someone: Someone,
  t: Translate,
): string {
  if (isMe(people, me, someone)) return t('someone.me');
  const person = findPerson(people, someone);
  return person === undefined ? t('someone.unknown') : personName(person, t);
}
