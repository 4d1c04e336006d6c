/** Thanks that were said, and a box for one's own: they go into the conversation, and those named hear of them. */
import { useState } from 'preact/hooks';
import { hlcToMs } from '../../../shared/domain/hlc.ts';
import { limits } from '../../../shared/domain/improvement.ts';
import { markMentions } from '../../../shared/domain/mentions.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { fullName } from '../full-name.ts';
import { findPerson, isMe } from '../improvement-words.ts';
import { MentionText } from '../improvement/mention-text.tsx';
import { useReadable } from '../use-readable.ts';
import { useTookPart } from './use-took-part.ts';
import './say-thanks.css';

type SayThanksProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

/** Room for the names of all who can be named. */
const longestNote = 1_500;

export function SayThanks({ improvement, state }: SayThanksProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const said = state.comments.filter(({ thanks }) => thanks === true);
  return (
    <Section title={t('celebrate.said')}>
      {said.length > 0 && (
        <ul class="say-thanks__said">
          {said.map(({ id, by, hlc, text, mentions }) => (
            <li key={id} class="say-thanks__one" data-testid="thanks">
              <p class="say-thanks__text">
                <MentionText text={text} mentions={mentions} />
              </p>
              <p class="say-thanks__who">
                {fullName(people, by, t)} · {format.date(hlcToMs(hlc))}
              </p>
            </li>
          ))}
        </ul>
      )}
      {state.isAllowed('comment') && <ThanksBox improvement={improvement} state={state} />}
    </Section>
  );
}

function ThanksBox({ improvement, state }: SayThanksProps) {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const [text, setText] = useState('');
  const others = useTookPart(state)
    .filter(({ person }) => !isMe(people, me, person))
    .flatMap(({ person }) => {
      const known = findPerson(people, person);
      return known === undefined || known.isRemoved || known.displayName === '' ? [] : [known];
    })
    .slice(0, limits.mentions);
  const isTooLong = text.trim().length > longestNote;
  const say = () => {
    if (isTooLong) return;
    const note = text.trim() === '' ? t('celebrate.thankYou') : text.trim();
    const names = others.map(({ displayName }) => `@${displayName}`).join(' ');
    const marked = markMentions([note, names].filter(Boolean).join('\n'), others);
    improvement.comment(marked.text, marked.mentions, true);
    setText('');
    showToast({ text: t('celebrate.thanked', { count: others.length }) });
  };
  return (
    <div class="say-thanks list-page__tools">
      <Field
        label={t('celebrate.words')}
        hint={t('celebrate.wordsHint', { count: others.length })}
        problem={isTooLong ? t('items.tooLong', { count: longestNote }) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            class="field__input say-thanks__box"
            rows={2}
            placeholder={t('celebrate.thankYou')}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div>
        <Button kind="primary" disabled={isTooLong} onClick={say}>
          {t('celebrate.say')}
        </Button>
      </div>
    </div>
  );
}
