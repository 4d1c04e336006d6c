/** One notice: who did what, to which record, and the words that came with it. The whole line opens the record there. */
import type { ListedNotice } from '../../services/notices.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { findPerson, nameOf, numberOf } from '../improvement-words.ts';
import { MentionText } from '../improvement/mention-text.tsx';
import { useReadable } from '../use-readable.ts';
import { noticePath, noticeSentence } from './notice-words.ts';
import './notice-line.css';

type NoticeLineProps = { readonly notice: ListedNotice; readonly nowMs: number };

export function NoticeLine({ notice, nowMs }: NoticeLineProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const { by, isUnread, record } = notice;
  const name = by === '' ? '' : nameOf(people, me, by, t);
  const person = by === '' ? undefined : findPerson(people, by);
  const read = async () => (await services.notices()).setRead([notice.id], true);
  return (
    <li>
      <a
        class={`notice-line ${isUnread ? 'notice-line--unread' : ''}`}
        href={noticePath(notice)}
        data-testid="notice"
        onClick={() => void read()}
      >
        {by === '' ? (
          <span class="notice-line__sign">
            <Icon name={notice.kind === 'conflict' ? 'fork' : 'eye'} />
          </span>
        ) : (
          <Avatar id={person?.id ?? by} name={person?.displayName || name} />
        )}
        <span class="notice-line__words">
          <span class="notice-line__what">
            {noticeSentence(notice, name, t)}
            <time class="notice-line__when">{format.ago(notice.happenedAt, nowMs)}</time>
          </span>
          <span class="notice-line__record">
            <span class="figures">{numberOf(record)}</span>{' '}
            {record.title === '' ? t('register.untitled') : record.title}
          </span>
          {notice.text !== '' && (
            <span class="notice-line__text">
              <MentionText text={notice.text} mentions={notice.mentions} />
            </span>
          )}
        </span>
        {isUnread && (
          <span class="notice-line__dot">
            <span class="visually-hidden">{t('notices.unread')}</span>
          </span>
        )}
      </a>
    </li>
  );
}
