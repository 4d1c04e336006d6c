/** The step of the tour that somebody is at, over the corner of the screen; offered once, where a register is empty. */
import { useEffect, useState } from 'preact/hooks';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { type Tour, tourSteps } from './tour.ts';
import { useTour } from './use-tour.ts';

export function TourNotice() {
  const { tour, place } = useTour();
  switch (place.type) {
    case 'new':
      return <Offer tour={tour} />;
    case 'running':
      return <Step tour={tour} at={place.step} />;
    case 'paused':
    case 'over':
      return null;
  }
}

type StepProps = { readonly tour: Tour; readonly at: number };

function Step({ tour, at }: StepProps) {
  const { navigation } = useEnvironment();
  const { t } = useWords();
  useReadable(navigation.route);
  const step = tourSteps[at];
  if (step === undefined) return null;
  const isHere = location.pathname === step.path;
  const isLast = at === tourSteps.length - 1;
  return (
    <aside aria-label={t('tour.title')} data-testid="tour">
      <Notice
        tone="calm"
        icon="eye"
        role="status"
        title={t('tour.step', {
          number: at + 1,
          total: tourSteps.length,
          name: t(`tour.name.${step.name}`),
        })}
        text={t(`tour.text.${step.name}`)}
      >
        {!isHere && <ButtonLink href={step.path}>{t('tour.show')}</ButtonLink>}
        <Button onClick={tour.next}>{t(isLast ? 'tour.end' : 'tour.next')}</Button>
        {at > 0 && (
          <Button kind="quiet" onClick={tour.back}>
            {t('tour.back')}
          </Button>
        )}
        <IconButton icon="close" label={t('tour.later')} onClick={tour.pause} />
      </Notice>
    </aside>
  );
}

function Offer({ tour }: { readonly tour: Tour }) {
  const { services, navigation } = useEnvironment();
  const { t } = useWords();
  const route = useReadable(navigation.route);
  const isRegister = route.type === 'register' && route.text === '' && route.search === '';
  const [isEmpty, setEmpty] = useState(false);
  useEffect(
    () =>
      isRegister ? services.register.watch('', ({ total }) => setEmpty(total === 0)) : undefined,
    [isRegister],
  );
  if (!isRegister || !isEmpty) return null;
  return (
    <aside aria-label={t('tour.title')} data-testid="tour-offer">
      <Notice
        tone="calm"
        icon="eye"
        title={t('tour.offer')}
        text={t('tour.hint', { count: tourSteps.length })}
      >
        <Button onClick={tour.start}>{t('tour.start')}</Button>
        <Button kind="quiet" onClick={tour.end}>
          {t('tour.decline')}
        </Button>
      </Notice>
    </aside>
  );
}
