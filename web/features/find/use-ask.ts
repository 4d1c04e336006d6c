/** The address as a question to the register, with what this page knows of people and time. */
import { useMemo } from 'preact/hooks';
import type { Person } from '../../../shared/domain/person.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { answerDaysIn } from '../../../shared/process/answers.ts';
import { kpiContextOf } from '../../../shared/process/kpis/context.ts';
import { type ParsedQuery, parseQuery } from '../../projection/query-address.ts';
import type { RegisterAsk, RegisterQuery } from '../../projection/register-query.ts';
import { useScoringModel } from '../assessment/use-scoring-model.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { findPerson, myAuthors } from '../improvement-words.ts';
import { useSettings } from '../use-settings.ts';
import { useReadable } from '../use-readable.ts';

export type Asker = (query: RegisterQuery) => RegisterAsk;

/** The way from a query to a question; another one when people or the language change. */
export function useAsker(): Asker {
  const { services, nowMs } = useEnvironment();
  const { language } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const model = useScoringModel();
  const settings = useSettings();
  // Which records are behind a figure depends on nothing else of them; another object would have every list asked anew.
  const answerDays = answerDaysIn(settings?.values);
  return useMemo(() => {
    const byName = new Intl.Collator(language).compare;
    const groups = people
      .toSorted((a, b) => byName(a.displayName, b.displayName))
      .map(({ id, actors }) => [id, ...actors]);
    const unknown = findPerson(people, me) === undefined ? [[me]] : [];
    return (query) => ({
      query,
      nowMs: nowMs(),
      language,
      ownerIds: ownerIdsOf(query.owner, people, me),
      myIds: myAuthors(people, me),
      model,
      ...(query.figure !== '' && { kpis: kpiContextOf(settings, people, nowMs()) }),
      people: [...unknown, ...groups],
    });
  }, [people, me, language, model, answerDays]);
}

function ownerIdsOf(
  owner: string,
  people: readonly Person[],
  me: Someone,
): readonly string[] | undefined {
  if (owner === 'me') return myAuthors(people, me);
  if (owner === '' || owner === 'anyone' || owner === 'nobody') return undefined;
  const person = findPerson(people, owner as Someone);
  return person === undefined ? [owner] : [person.id, ...person.actors];
}

/** What stands in the address, and the words beside it. */
export function useParsed(search: string, text: string): ParsedQuery {
  return useMemo(() => {
    const parsed = parseQuery(search);
    return { ...parsed, query: { ...parsed.query, text: text.trim() } };
  }, [search, text]);
}
