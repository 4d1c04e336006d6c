/** What people say about a record: comments in the order in which they were written, and a box for one's own. */
import { hlcToMs } from '../../../shared/domain/hlc.ts';
import { limits, type Someone } from '../../../shared/domain/improvement.ts';
import { markMentions } from '../../../shared/domain/mentions.ts';
import type { Comment } from '../../../shared/document/read-comments.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { EraseComment } from '../erasure/erase-comment.tsx';
import { findPerson, isMe, nameOf, numberOf } from '../improvement-words.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { useTyped } from '../use-typed.ts';
import { MentionBox } from './mention-box.tsx';
import { MentionText } from './mention-text.tsx';
import type { Joined } from './use-joined.ts';
import './conversation.css';

type ConversationProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
  /** Its duplicates: what was said there is read here as well. */
  readonly joined: readonly Joined[];
};

export function Conversation({ improvement, state, joined }: ConversationProps) {
  const { t } = useWords();
  const comments = withJoined(state.comments, joined);
  return (
    <Section title={t('comments.title')}>
      {comments.length > 0 && (
        <ol class="conversation">
          {comments.map(({ comment, from }) => (
            <Said
              key={comment.id}
              improvement={improvement}
              state={state}
              comment={comment}
              from={from}
            />
          ))}
        </ol>
      )}
      {state.isAllowed('comment') && <CommentBox improvement={improvement} />}
    </Section>
  );
}

type Placed = {
  readonly comment: Comment;
  /** The duplicate in which it was said; undefined: here. */
  readonly from: ListedImprovement | undefined;
};

/** In the order in which they were written, wherever that was. */
function withJoined(own: readonly Comment[], joined: readonly Joined[]): readonly Placed[] {
  const others = joined.flatMap(({ comments, row }) =>
    comments.map((comment) => ({ comment, from: row })),
  );
  const all = [...own.map((comment) => ({ comment, from: undefined })), ...others];
  return all.sort((a, b) => (a.comment.hlc < b.comment.hlc ? -1 : 1));
}

type SaidProps = Omit<ConversationProps, 'joined'> & Placed;

function Said({ improvement, state, comment, from }: SaidProps) {
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
          {comment.thanks === true && <> · {t('celebrate.said')}</>}
          {from !== undefined && (
            <>
              {' · '}
              <a href={pathTo.improvement(from.id)}>
                {t('comments.from', { record: numberOf(from) })}
              </a>
            </>
          )}
        </p>
        <p class="conversation__text">
          <MentionText text={comment.text} mentions={comment.mentions} />
        </p>
        {comment.mentions?.some((one) => isMe(people, me, one)) === true && (
          <WatchOffer improvement={improvement} state={state} />
        )}
      </div>
      {state.mayPurge && from === undefined && (
        <EraseComment improvement={improvement} comment={comment} />
      )}
    </li>
  );
}

/** Whoever is called in may want to hear how it goes on. */
function WatchOffer({ improvement, state }: Omit<ConversationProps, 'joined'>) {
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
