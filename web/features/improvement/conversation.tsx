/** What people say about a record: comments in the order in which they were written, and a box for one's own. */
import { hlcToMs } from '../../../shared/domain/hlc.ts';
import { limits, type Someone } from '../../../shared/domain/improvement.ts';
import { markMentions } from '../../../shared/domain/mentions.ts';
import type { Comment } from '../../../shared/document/read-comments.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { EraseComment } from '../erasure/erase-comment.tsx';
import { findPerson, isMe, nameOf } from '../improvement-words.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { useTyped } from '../use-typed.ts';
import { MentionBox } from './mention-box.tsx';
import { MentionText } from './mention-text.tsx';
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
            <Said key={comment.id} improvement={improvement} state={state} comment={comment} />
          ))}
        </ol>
      )}
      {state.isAllowed('comment') && <CommentBox improvement={improvement} />}
    </Section>
  );
}

type SaidProps = ConversationProps & { readonly comment: Comment };

function Said({ improvement, state, comment }: SaidProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const name = nameOf(people, me, comment.by, t);
  const person = findPerson(people, comment.by);
  return (
    <li class="conversation__comment" id={`comment-${comment.id}`} data-testid="comment">
      <Avatar id={person?.id ?? comment.by} name={person?.displayName || name} />
      <div>
        <p class="conversation__who">
          <span class="conversation__name">{name}</span>{' '}
          <time>{format.ago(hlcToMs(comment.hlc), nowMs)}</time>
        </p>
        <p class="conversation__text">
          <MentionText text={comment.text} mentions={comment.mentions} />
        </p>
        {comment.mentions?.some((one) => isMe(people, me, one)) === true && (
          <WatchOffer improvement={improvement} state={state} />
        )}
      </div>
      {state.mayPurge && <EraseComment improvement={improvement} comment={comment} />}
    </li>
  );
}

/** Whoever is called in may want to hear how it goes on. */
function WatchOffer({ improvement, state }: ConversationProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const watchers = state.sets.watchers as readonly Someone[];
  if (watchers.some((watcher) => isMe(people, me, watcher))) return null;
  return (
    <Button
      kind="quiet"
      icon="eye"
      onClick={() =>
        improvement.change({ type: 'setEntry', field: 'watchers', entry: me, on: true })
      }
    >
      {t('mention.watch')}
    </Button>
  );
}

function CommentBox({ improvement }: Pick<ConversationProps, 'improvement'>) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const { text, change } = useTyped(improvement.typedComment);
  const others = people.filter((person) => !person.isRemoved && person !== findPerson(people, me));
  const said = markMentions(text.trim(), others);
  const isTooLong = said.text.length > limits.commentLength;
  const isReady = said.text !== '' && !isTooLong;
  const say = () => {
    if (!isReady) return;
    improvement.comment(said.text, said.mentions);
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
          <MentionBox
            control={control}
            people={others}
            text={text}
            onText={change}
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
