/** What people say about a record: comments in the order in which they were written, and a box for one's own. */
import { hlcToMs } from '../../../shared/domain/hlc.ts';
import { limits } from '../../../shared/domain/improvement.ts';
import type { Comment } from '../../../shared/document/read-comments.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { EraseComment } from '../erasure/erase-comment.tsx';
import { findPerson, nameOf } from '../improvement-words.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { useTyped } from '../use-typed.ts';
import './conversation.css';

type ConversationProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

export function Conversation({ improvement, state }: ConversationProps) {
  const { t } = useWords();
  return (
    <Section title={t('comments.title')}>
      {state.comments.length > 0 && (
        <ol class="conversation">
          {state.comments.map((comment) => (
            <Said key={comment.id} comment={comment} {...(state.mayPurge && { improvement })} />
          ))}
        </ol>
      )}
      {state.isAllowed('comment') && <CommentBox improvement={improvement} />}
    </Section>
  );
}

type SaidProps = {
  readonly comment: Comment;
  /** Of whoever may erase it. */
  readonly improvement?: OpenImprovement;
};

function Said({ comment, improvement }: SaidProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const name = nameOf(people, me, comment.by, t);
  const person = findPerson(people, comment.by);
  return (
    <li class="conversation__comment" data-testid="comment">
      <Avatar id={person?.id ?? comment.by} name={person?.displayName || name} />
      <div>
        <p class="conversation__who">
          <span class="conversation__name">{name}</span>{' '}
          <time>{format.ago(hlcToMs(comment.hlc), nowMs)}</time>
        </p>
        <p class="conversation__text">{comment.text}</p>
      </div>
      {improvement !== undefined && <EraseComment improvement={improvement} comment={comment} />}
    </li>
  );
}

function CommentBox({ improvement }: Pick<ConversationProps, 'improvement'>) {
  const { t } = useWords();
  const { text, change } = useTyped(improvement.typedComment);
  const isTooLong = text.trim().length > limits.commentLength;
  const isReady = text.trim() !== '' && !isTooLong;
  const say = () => {
    if (!isReady) return;
    improvement.comment(text.trim());
    change('');
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    say();
  };
  return (
    <div class="conversation__new">
      <Field
        label={t('comments.new')}
        hint={t('comments.newHint')}
        problem={isTooLong ? t('comments.tooLong', { count: limits.commentLength }) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            class="field__input conversation__box"
            rows={2}
            value={text}
            onInput={(event) => change(event.currentTarget.value)}
            onKeyDown={handleKey}
          />
        )}
      </Field>
      <Button disabled={!isReady} onClick={say}>
        {t('comments.post')}
      </Button>
    </div>
  );
}
