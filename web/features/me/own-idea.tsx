/** One of my submissions: where it stands, the last answer with who gave it and why, and whether there is news. */
import { answerState } from '../../../shared/process/answers.ts';
import { readMentions } from '../../../shared/domain/mentions.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { pathTo } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { StageMark } from '../../ui/stage-mark.tsx';
import { answerWords, isLate } from '../answer-words.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { isMe, nameOf, numberOf, stageShapes, whereIcons } from '../improvement-words.ts';
import { noticeSentence } from '../notices/notice-words.ts';
import { useReadable } from '../use-readable.ts';
import './own-idea.css';

type OwnIdeaProps = {
  readonly row: ListedImprovement;
  /** Notices of it that have not been read. */
  readonly news: number;
  readonly nowMs: number;
  /** Working days within which a first answer is due. */
  readonly answerDays: number;
};

export function OwnIdea({ row, news, nowMs, answerDays }: OwnIdeaProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const session = useReadable(services.session.state);
  const answer = answerState(row, (someone) => isMe(people, me, someone), nowMs, answerDays);
  const last = lastAnswer(row, (someone) => isMe(people, me, someone));
  const words = session.type === 'local' ? '' : answerWords(answer, t, format);
  return (
    <li>
      <a class="own-idea" href={pathTo.improvement(row.id)} data-testid="own-idea">
        <span class="own-idea__title">
          {row.title === '' ? t('register.untitled') : row.title}
          {news > 0 && <span class="own-idea__news">{t('notices.news', { count: news })}</span>}
        </span>
        <span class="own-idea__line">
          <span class="figures">{numberOf(row)}</span>
          <span class="own-idea__stage">
            <StageMark shape={stageShapes[row.stage]} />
            {t(`stage.${row.stage}`)}
          </span>
          {row.pending === undefined ? (
            <Badge icon={whereIcons[row.where]} text={t(`where.${row.where}`)} />
          ) : (
            <Badge
              icon="sync"
              tone="warn"
              text={t('pending.title', { command: t(`command.${row.pending}`) })}
            />
          )}
        </span>
        {last !== undefined && (
          <span class="own-idea__answer">
            <span class="own-idea__who">
              {noticeSentence(last, nameOf(people, me, last.by, t), t)} ·{' '}
              {format.ago(last.at, nowMs)}
            </span>
            {last.text !== '' && <span class="own-idea__reason">{last.text}</span>}
          </span>
        )}
        {words !== '' && (
          <span class={`own-idea__first ${isLate(answer) ? 'own-idea__first--late' : ''}`}>
            {words}
          </span>
        )}
      </a>
    </li>
  );
}

/** A decision or a word of somebody else, whichever came later. */
function lastAnswer(row: ListedImprovement, isAuthor: (someone: Someone) => boolean) {
  const { lastDecision, latest = [] } = row;
  const comment = latest.findLast(({ by }) => !isAuthor(by));
  const decision =
    lastDecision !== undefined && !isAuthor(lastDecision.by) ? lastDecision : undefined;
  if (decision !== undefined && decision.at >= (comment?.at ?? 0)) {
    const { type: kind, by, at, reason = '', outcome } = decision;
    return { kind, by, at, text: reason, ...(outcome !== undefined && { outcome }) };
  }
  if (comment === undefined) return undefined;
  const kind = row.isWaiting === true ? ('question' as const) : ('reply' as const);
  const text = readMentions(comment)
    .map((part) => (part.person === undefined ? part.text : `@${part.text}`))
    .join('');
  return { kind, by: comment.by, at: comment.at, text };
}
