/** The six questions of a well-formed proposal: folded away, one open at a time, none of them needed. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type PromptField, promptFields } from '../../../shared/domain/record-values.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../environment.ts';
import { CollaborativeText } from '../improvement/collaborative-text.tsx';
import type { StoryPartProps } from '../improvement/story-part.ts';
import './proposal-section.css';

/** For whoever came to add detail it is open, and the first question without an answer has the focus. */
export function ProposalSection({ improvement, state, isDetailWanted }: StoryPartProps) {
  const { t } = useWords();
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const isAnswered = (field: PromptField) => improvement.text(field).toString().trim() !== '';
  const firstOpen = promptFields.find((field) => !isAnswered(field)) ?? promptFields[0];
  const [isOpen, setOpen] = useState(isDetailWanted);
  const [at, setAt] = useState<PromptField | undefined>(firstOpen);
  const [isMoved, setMoved] = useState(isDetailWanted);
  const answered = promptFields.filter(isAnswered).length;

  const show = (field: PromptField | undefined) => {
    setMoved(true);
    setAt(field);
  };

  useEffect(() => {
    if (!isMoved || !isOpen) return;
    section.current?.querySelector('textarea')?.focus({ preventScroll: true });
    section.current
      ?.querySelector('.proposal-section__question--open')
      ?.scrollIntoView({ block: 'nearest' });
    setMoved(false);
  }, [isMoved, isOpen, at]);

  return (
    <section class="proposal-section" aria-labelledby={titleId} ref={section}>
      <h3 class="proposal-section__title" id={titleId}>
        <button
          type="button"
          class="proposal-section__fold"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'down' : 'forward'} />
          {t('proposal.title')}
          <span class="proposal-section__count figures" data-testid="answered">
            {t('proposal.answered', { count: answered, total: promptFields.length })}
          </span>
        </button>
      </h3>
      {isOpen && (
        <>
          <p class="proposal-section__hint">{t('proposal.hint')}</p>
          <ol class="proposal-section__questions">
            {promptFields.map((field, index) => (
              <li
                key={field}
                class={`proposal-section__question ${
                  field === at ? 'proposal-section__question--open' : ''
                }`}
              >
                {field === at ? (
                  <Question
                    improvement={improvement}
                    field={field}
                    readOnly={!state.isAllowed('editRecord')}
                    onNext={() => show(promptFields[index + 1])}
                  />
                ) : (
                  <Folded
                    field={field}
                    answer={improvement.text(field).toString().trim()}
                    onOpen={() => show(field)}
                  />
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

type QuestionProps = {
  readonly improvement: OpenImprovement;
  readonly field: PromptField;
  readonly readOnly: boolean;
  readonly onNext: () => void;
};

function Question({ improvement, field, readOnly, onNext }: QuestionProps) {
  const { t } = useWords();
  const isLast = field === promptFields.at(-1);
  return (
    <>
      <CollaborativeText
        texts={improvement}
        field={field}
        hint={t(`proposal.hint.${field}`)}
        readOnly={readOnly}
      />
      <Button kind="quiet" onClick={onNext}>
        {t(isLast ? 'proposal.done' : 'proposal.next')}
      </Button>
    </>
  );
}

type FoldedProps = {
  readonly field: PromptField;
  readonly answer: string;
  readonly onOpen: () => void;
};

function Folded({ field, answer, onOpen }: FoldedProps) {
  const { t } = useWords();
  return (
    <button
      type="button"
      class="proposal-section__closed"
      aria-expanded={false}
      aria-label={
        answer === '' ? t(`field.${field}`) : `${t(`field.${field}`)} ${t('proposal.hasAnswer')}`
      }
      onClick={onOpen}
    >
      <span class="proposal-section__tick">{answer !== '' && <Icon name="check" />}</span>
      <span class="proposal-section__words">
        <span>{t(`field.${field}`)}</span>
        {answer !== '' && <span class="proposal-section__answer">{answer}</span>}
      </span>
    </button>
  );
}
