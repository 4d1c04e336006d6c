/** What a record serves: the vision in a few words, its objectives, and a kind word where there is none. */
import { pathToPage } from '../../page-paths.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { objectiveTitle } from './objective-title.ts';
import { useSettings } from '../use-settings.ts';
import './served-objectives.css';

export function ServedObjectives({ improvement, state }: StoryPartProps) {
  const { t } = useWords();
  const settings = useSettings();
  const { objectives: chosen } = state.sets;
  if (settings === undefined) return null;
  const isReadOnly = !state.isAllowed('editRecord');
  const offered = settings.items.objectives.filter(
    ({ id, isRemoved }) => !isRemoved && !chosen.includes(id),
  );
  const set = (entry: string, on: boolean) =>
    improvement.change({ type: 'setEntry', field: 'objectives', entry, on });
  const nameOf = (id: string) => objectiveTitle(settings, id) || t('direction.unknown');
  return (
    <div class="served-objectives">
      {settings.texts.vision !== '' && (
        <blockquote class="served-objectives__vision">{settings.texts.vision}</blockquote>
      )}
      {chosen.length > 0 && (
        <ul class="served-objectives__list" aria-label={t('field.objectives')}>
          {chosen.map((id) => (
            <li class="served-objectives__objective" key={id}>
              <span>
                {nameOf(id)}
                {isTakenOut(settings.items.objectives, id) && (
                  <span class="served-objectives__note"> {t('direction.takenOut')}</span>
                )}
              </span>
              {!isReadOnly && (
                <button
                  type="button"
                  class="served-objectives__remove"
                  aria-label={t('record.removeEntry', { entry: nameOf(id) })}
                  onClick={() => set(id, false)}
                >
                  <Icon name="close" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {chosen.length === 0 && (
        <p class="served-objectives__note" data-testid="no-objective">
          {t(offered.length > 0 ? 'direction.servesNone' : 'direction.nothingToServe')}
          {offered.length === 0 && (
            <>
              {' '}
              <a class="served-objectives__link" href={pathToPage.direction}>
                {t('direction.title')}
              </a>
            </>
          )}
        </p>
      )}
      {!isReadOnly && offered.length > 0 && (
        <PlainSelect
          label={t('direction.choose')}
          options={[
            { value: '', label: t('direction.choose') },
            ...offered.map(({ id }) => ({ value: id, label: nameOf(id) })),
          ]}
          value=""
          onChoose={(id) => id !== '' && set(id, true)}
        />
      )}
    </div>
  );
}

const isTakenOut = (
  objectives: readonly { readonly id: string; readonly isRemoved: boolean }[],
  id: string,
): boolean => objectives.find((objective) => objective.id === id)?.isRemoved === true;
