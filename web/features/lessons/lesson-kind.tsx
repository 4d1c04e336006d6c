/** What kind of lesson it is, told by a sign and a word. */
import type { RowLesson } from '../../../shared/domain/row-outcome.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useWords } from '../environment.ts';
import './lesson-kind.css';

export const lessonKinds = ['again', 'avoid', 'surprise'] as const;
export type LessonKind = (typeof lessonKinds)[number];

const signs: { readonly [K in LessonKind]: IconName } = {
  again: 'redo',
  avoid: 'close',
  surprise: 'eye',
};

/** Nothing where its kind was not said. */
export function LessonKindMark({ kind }: { readonly kind: RowLesson['kind'] | '' }) {
  const { t } = useWords();
  if (kind === undefined || kind === '') return null;
  return (
    <span class={`lesson-kind lesson-kind--${kind}`}>
      <Icon name={signs[kind]} />
      {t(`choice.${kind}`)}
    </span>
  );
}
