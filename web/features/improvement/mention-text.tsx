/** What somebody said, with the people named in it as they are called now. */
import type { PersonId } from '../../../shared/domain/ids.ts';
import { readMentions } from '../../../shared/domain/mentions.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { findPerson, personName } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';

type MentionTextProps = {
  readonly text: string;
  readonly mentions?: readonly PersonId[] | undefined;
};

export function MentionText({ text, mentions }: MentionTextProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  return (
    <>
      {readMentions({ text, mentions }).map((part, at) => {
        if (part.person === undefined) return part.text;
        const person = findPerson(people, part.person);
        // Somebody who is not known here is called as they were when it was written.
        const name = person === undefined ? part.text : personName(person, t);
        return (
          <span key={at} class="mention">
            @{name}
          </span>
        );
      })}
    </>
  );
}
