/** What a record is called elsewhere: the change, project or problem that it goes with, each a key and an address. */
import { hostOf, isWebAddress, keyInAddress } from '../../../shared/domain/web-address.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { ItemField } from '../items/item-field.tsx';
import { ItemList } from '../items/item-list.tsx';
import './references-part.css';

const longestKey = 200;

export function ReferencesPart({ improvement, state }: StoryPartProps) {
  const { t } = useWords();
  const references = state.items('references');
  const isReadOnly = !state.isAllowed('editRecord');
  const shared = { improvement, state, collection: 'references', isReadOnly } as const;
  return (
    <div class="references-part">
      <ItemList
        improvement={improvement}
        collection="references"
        items={references}
        label={t('field.references')}
        addLabel={t('references.add')}
        emptyHint={t('references.none')}
        isReadOnly={isReadOnly}
        newItem={newReference}
        lead={({ values }) => (
          <span class="references-part__door">
            {values.url !== '' && (
              <a
                class="references-part__way"
                href={values.url}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={t('references.open', { key: values.key })}
              >
                <Icon name="link" />
              </a>
            )}
          </span>
        )}
        summary={({ values }) => (
          <span class="references-part__where">
            {values.kind !== '' && <span>{t(`choice.${values.kind}`)}</span>}
            {values.url !== '' && <span>{hostOf(values.url)}</span>}
          </span>
        )}
        details={(item) => (
          <div class="item-fields">
            <ItemField {...shared} item={item} field="kind" label={t('references.kind')} />
            <ItemField {...shared} item={item} field="key" label={t('references.key')} />
            <ItemField {...shared} item={item} field="url" label={t('references.url')} />
          </div>
        )}
      />
    </div>
  );
}

/** An address that was pasted is one, and has its key in it. */
const newReference = (text: string) =>
  isWebAddress(text) ? { key: keyInAddress(text).slice(0, longestKey), url: text } : { key: text };
