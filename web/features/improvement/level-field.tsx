/** High, medium, low, or not set. */
import { type Level, levels } from '../../../shared/domain/improvement.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';

type LevelFieldProps = {
  readonly label: string;
  readonly value: Level | '';
  readonly onChoose: (value: Level | '') => void;
};

export function LevelField({ label, value, onChoose }: LevelFieldProps) {
  const { t } = useWords();
  return (
    <>
      <Segments
        label={label}
        labelHidden
        options={levels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
        value={value}
        onChoose={onChoose}
      />
      {value !== '' && (
        <IconButton
          icon="close"
          label={t('record.clearField', { field: label })}
          onClick={() => onChoose('')}
        />
      )}
    </>
  );
}
