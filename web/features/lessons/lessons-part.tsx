/** What is learned in a record: noted during the work, read again at its end. */
import type { Item } from '../../../shared/document/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { pathToPage } from '../../page-paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { nameOf } from '../improvement-words.ts';
import { useDayText } from '../items/day-control.tsx';
import { ItemField } from '../items/item-field.tsx';
import { ItemList } from '../items/item-list.tsx';
import { useReadable } from '../use-readable.ts';
import { LessonForm } from './lesson-form.tsx';
import { LessonKindMark } from './lesson-kind.tsx';
import '../plan/plan.css';
import './lessons-part.css';

export function LessonsPart({ improvement, state }: StoryPartProps) {
  const { t } = useWords();
  const lessons = state.items('lessons');
  const isReadOnly = !state.isAllowed('editRecord');
  const shared = { improvement, state, collection: 'lessons', isReadOnly } as const;
  return (
    <div class="lessons-part">
      <ItemList
        improvement={improvement}
        collection="lessons"
        items={lessons}
        label={t('field.lessons')}
        emptyHint={t('lessons.none')}
        isReadOnly={isReadOnly}
        summary={(item) => <LessonSummary item={item} />}
        details={(item) => (
          <div class="item-fields">
            <ItemField {...shared} item={item} field="kind" label={t('lessons.kind')} />
            <ItemField {...shared} item={item} field="on" label={t('lessons.on')} />
            {(['planned', 'happened', 'why', 'nextTime'] as const).map((field) => (
              <ItemField
                key={field}
                {...shared}
                item={item}
                field={field}
                label={t(`lessons.${field}`)}
                hint={t(`lessons.${field}Hint`)}
              />
            ))}
            <ItemField {...shared} item={item} field="by" label={t('lessons.by')} />
          </div>
        )}
      />
      {!isReadOnly && <LessonForm improvement={improvement} />}
      {lessons.length > 0 && (
        <div>
          <ButtonLink kind="quiet" icon="register" href={pathToPage.lessonsOf(improvement.id)}>
            {t('lessons.report')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

function LessonSummary({ item: { values } }: { readonly item: Item<'lessons'> }) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const dayText = useDayText();
  const { kind, nextTime, by, on } = values;
  return (
    <>
      {nextTime !== '' && (
        <span class="lessons-part__next">{t('lessons.next', { text: nextTime })}</span>
      )}
      <span class="plan__meta">
        <LessonKindMark kind={kind} />
        {by !== '' && <span>{nameOf(people, me, by as Someone, t)}</span>}
        {on !== '' && <span>{dayText(on)}</span>}
      </span>
    </>
  );
}
