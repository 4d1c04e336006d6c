/** What a person gets for an idea: its number, and where it is by now. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { titleOf } from '../../../shared/domain/title.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { whereIcons } from '../improvement-words.ts';
import './receipt.css';

type ReceiptProps = {
  readonly id: DocumentId;
  readonly localNumber: string;
  readonly text: string;
  readonly onTakeBack: () => void;
  readonly onAnother: () => void;
};

export function Receipt({ id, localNumber, text, onTakeBack, onAnother }: ReceiptProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [row, setRow] = useState<ListedImprovement>();
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => services.register.watchRow(id, setRow), [id]);
  // The next idea is one Enter away.
  useEffect(() => actions.current?.querySelector('button')?.focus(), []);

  const where = row?.where ?? 'device';
  return (
    <section class="receipt" data-testid="receipt">
      <div class="receipt__words" role="status">
        <h1 class="receipt__title">
          <span class="receipt__tick">
            <Icon name="check" />
          </span>
          {t('capture.kept')}
        </h1>
        <p class="receipt__idea">{titleOf(text)}</p>
        <p class="receipt__number figures">{localNumber}</p>
        <Badge
          icon={whereIcons[where]}
          text={[t(`where.${where}`), row?.ref].filter(Boolean).join(' · ')}
          tone={where === 'server' ? 'accent' : 'soft'}
        />
      </div>
      <div class="receipt__actions" ref={actions}>
        <Button kind="primary" onClick={onAnother}>
          {t('capture.another')}
        </Button>
        <ButtonLink href={pathTo.detail(id)}>{t('capture.addDetail')}</ButtonLink>
        {where === 'device' && (
          <Button kind="quiet" icon="undo" onClick={onTakeBack}>
            {t('app.undo')}
          </Button>
        )}
      </div>
    </section>
  );
}
