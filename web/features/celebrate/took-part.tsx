/** Everybody who took part, and with what, from the idea to the lessons. */
import type { ImprovementState } from '../../services/improvement.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { fullName } from '../full-name.ts';
import { useReadable } from '../use-readable.ts';
import { useTookPart } from './use-took-part.ts';
import './took-part.css';

export function TookPart({ state }: { readonly state: ImprovementState }) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const taking = useTookPart(state);
  if (taking.length === 0) return null;
  return (
    <Section title={t('celebrate.thanksTo')}>
      <ul class="took-part">
        {taking.map(({ person, shares }) => {
          const name = fullName(people, person, t);
          return (
            <li class="took-part__person" key={person} data-testid="took-part">
              <Avatar id={person} name={name} />
              <span class="took-part__words">
                <span>{name}</span>
                <span class="took-part__shares">
                  {format.list(shares.map((share) => t(`celebrate.share.${share}`)))}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
