/** What can be set of a record beside its story: at a desk in a column of its own, on a phone folded away. */
import { registerFields } from '../../../shared/domain/record-fields.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../environment.ts';
import { useMedia, widths } from '../use-media.ts';
import { Details } from './details.tsx';
import { AccessSection } from './record-parts.ts';
import type { StoryPartProps } from './story-part.ts';
import { useUnfolded } from './unfolded.ts';
import './record-facts.css';

export function RecordFacts({ improvement, state }: StoryPartProps) {
  const { t } = useWords();
  const isPhone = !useMedia(widths.desk);
  const { isUnfolded, set } = useUnfolded(`facts ${improvement.id}`);
  const isOpen = !isPhone || isDisputed(state) || isUnfolded(fold) === true;
  return (
    <aside class="record-facts" aria-label={t('record.details')}>
      {isPhone && (
        <h2 class="record-facts__title">
          <button
            type="button"
            class="record-facts__fold"
            aria-expanded={isOpen}
            onClick={() => set(fold, !isOpen)}
          >
            {t('record.details')}
            <Icon name={isOpen ? 'up' : 'down'} />
          </button>
        </h2>
      )}
      {isOpen && (
        <>
          <Details improvement={improvement} state={state} />
          <AccessSection improvement={improvement} state={state} />
        </>
      )}
    </aside>
  );
}

const fold = 'all';

/** Two values that stand against each other must not lie folded away; those of the title stand above. */
const isDisputed = ({ fields }: ImprovementState): boolean =>
  registerFields.some((field) => field !== 'title' && fields[field].standing.length > 1);
