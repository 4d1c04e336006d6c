/** The way into the tour, and back to where it was left. */
import { Button } from '../../ui/button.tsx';
import { SectionLine } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { tourSteps } from './tour.ts';
import { useTour } from './use-tour.ts';

export function TourLine() {
  const { t } = useWords();
  const { tour, place } = useTour();
  if (place.type === 'running') return null;
  return (
    <SectionLine
      hint={
        place.type === 'paused'
          ? t('tour.left', { number: place.step + 1, total: tourSteps.length })
          : t('tour.hint', { count: tourSteps.length })
      }
    >
      <Button onClick={tour.start}>
        {t(place.type === 'paused' ? 'tour.continue' : 'tour.start')}
      </Button>
    </SectionLine>
  );
}
