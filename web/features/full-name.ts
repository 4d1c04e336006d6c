/** What somebody is called for others, also on paper: there "Me" says nothing. */
import type { Someone } from '../../shared/domain/improvement.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Translate } from '../i18n/translate.ts';
import { findPerson, personName } from './improvement-words.ts';

export function fullName(people: readonly Person[], someone: Someone, t: Translate): string {
  const person = findPerson(people, someone);
  return person === undefined ? t('someone.unknown') : personName(person, t);
}
