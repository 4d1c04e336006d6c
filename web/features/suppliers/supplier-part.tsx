/** What a supplier has to do with a record: the ways with a quality problem, and what suppliers and partners offer. */
import { supplierOptions } from '../../../shared/domain/supplier-options.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { ItemField } from '../items/item-field.tsx';
import { ItemList } from '../items/item-list.tsx';
import './supplier-part.css';

export function SupplierPart({ improvement, state }: StoryPartProps) {
  const { t } = useWords();
  const isReadOnly = !state.isAllowed('editRecord');
  const weighed = new Set(state.items('options').map(({ values }) => values.title));
  return (
    <div class="supplier-part">
      <section>
        <h4 class="supplier-part__title">{t('supplier.ways')}</h4>
        <ul class="supplier-part__ways">
          {supplierOptions.map((option) => {
            const title = t(`supplier.way.${option}`);
            const note = t(`supplier.how.${option}`);
            return (
              <li key={option} class="supplier-part__way" data-testid="supplier-way">
                <div>
                  <p id={`supplier-way-${option}`}>{title}</p>
                  <p class="supplier-part__how">{note}</p>
                </div>
                {weighed.has(title) ? (
                  <p class="supplier-part__weighed">
                    <Icon name="check" />
                    {t('supplier.weighed')}
                  </p>
                ) : (
                  !isReadOnly && (
                    <Button
                      kind="quiet"
                      describedBy={`supplier-way-${option}`}
                      onClick={() => improvement.addItem('options', { title, note })}
                    >
                      {t('supplier.weigh')}
                    </Button>
                  )
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <section>
        <h4 class="supplier-part__title">{t('field.offers')}</h4>
        <OfferList improvement={improvement} state={state} isReadOnly={isReadOnly} />
      </section>
    </div>
  );
}

function OfferList({
  improvement,
  state,
  isReadOnly,
}: Pick<StoryPartProps, 'improvement' | 'state'> & { readonly isReadOnly: boolean }) {
  const { t } = useWords();
  const shared = { improvement, state, collection: 'offers', isReadOnly } as const;
  return (
    <ItemList
      improvement={improvement}
      collection="offers"
      items={state.items('offers')}
      label={t('field.offers')}
      addLabel={t('supplier.addOffer')}
      emptyHint={t('supplier.noOffers')}
      isReadOnly={isReadOnly}
      newItem={(supplier) => ({ supplier })}
      summary={({ values }) => (
        <span class="supplier-part__how">
          {[values.step === '' ? '' : t(`choice.${values.step}`), values.note]
            .filter((text) => text !== '')
            .join(' · ')}
        </span>
      )}
      details={(item) => (
        <div class="item-fields">
          <ItemField {...shared} item={item} field="supplier" label={t('field.supplier')} />
          <ItemField {...shared} item={item} field="step" label={t('supplier.step')} />
          <ItemField {...shared} item={item} field="note" label={t('supplier.note')} />
        </div>
      )}
    />
  );
}
