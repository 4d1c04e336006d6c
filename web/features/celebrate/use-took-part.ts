/** Who took part in a record, each person once, as this device knows them. */
import type { Someone } from '../../../shared/domain/improvement.ts';
import { type TakingPart, takingPart } from '../../../shared/process/taking-part.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import { useEnvironment } from '../environment.ts';
import { findPerson } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';

export function useTookPart(state: ImprovementState): readonly TakingPart[] {
  const { services } = useEnvironment();
  const people = useReadable(services.session.people);
  const record = {
    createdBy: state.createdBy,
    supporters: state.supporters,
    scorers: state.scores.map(({ by }) => by),
    facts: state.facts,
    owner: state.fields.owner.value,
    tasks: state.items('tasks'),
    showcaseAnswers: state.items('showcaseAnswers'),
    lessons: state.items('lessons'),
    // Thanks are said about the work; they are no part of it.
    speakers: state.comments.filter(({ thanks }) => thanks !== true).map(({ by }) => by),
  };
  return takingPart(record, (someone: Someone) => findPerson(people, someone)?.id ?? someone);
}
