/** What an entry of a list is called, to be changed where it stands. */
import { recordCollections } from '../../../shared/domain/collections.ts';
import { useWords } from '../environment.ts';
import { KeptField } from './kept-field.tsx';
import { useParsers } from './use-parsers.ts';

type EntryTitleProps = {
  readonly title: string;
  readonly isReadOnly: boolean;
  readonly onKeep: (title: string) => void;
};

export function EntryTitle({ title, isReadOnly, onKeep }: EntryTitleProps) {
  const { t } = useWords();
  const parse = useParsers();
  return (
    <KeptField
      label={t('case.title')}
      isLabelHidden
      type="text"
      value={title}
      isReadOnly={isReadOnly}
      parse={parse.text(recordCollections.figures.title.atMost)}
      onKeep={onKeep}
    />
  );
}
