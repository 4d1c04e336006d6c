/** Texts of a record that answer a question of its story by themselves. */
import type { TextField } from '../../../shared/domain/improvement.ts';
import { useWords } from '../environment.ts';
import { CollaborativeText } from '../improvement/collaborative-text.tsx';
import type { StoryPartProps } from './story-part.ts';

export function ValuePart(props: StoryPartProps) {
  const { t } = useWords();
  return (
    <>
      <StoryText {...props} field="valueForProvider" hint={t('record.providerHint')} />
      <StoryText {...props} field="valueForConsumer" hint={t('record.consumerHint')} />
    </>
  );
}

export function CurrentStatePart(props: StoryPartProps) {
  const { t } = useWords();
  return <StoryText {...props} field="currentState" hint={t('story.currentHint')} />;
}

type StoryTextProps = StoryPartProps & { readonly field: TextField; readonly hint: string };

const StoryText = ({ improvement, state, field, hint }: StoryTextProps) => (
  <CollaborativeText
    texts={improvement}
    field={field}
    hint={hint}
    readOnly={!state.isAllowed('editRecord')}
  />
);
