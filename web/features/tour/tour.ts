/** The tour of the app: six steps that show where things are, at which one somebody is, and whether it was ever offered. */
import { createWritable, type Readable } from '../../readable.ts';
import { pathTo } from '../../routes.ts';

/** `path`: where the step is to be seen. */
export const tourSteps = [
  { name: 'keep', path: pathTo.capture },
  { name: 'answer', path: pathTo.me },
  { name: 'register', path: pathTo.register },
  { name: 'record', path: pathTo.register },
  { name: 'together', path: '/board' },
  { name: 'offline', path: '/help' },
] as const;

export type TourPlace =
  /** Nobody was asked on this device yet. */
  | { readonly type: 'new' }
  /** `step`: from 0. Paused, it shows nowhere until it is gone on with. */
  | { readonly type: 'running' | 'paused'; readonly step: number }
  | { readonly type: 'over' };

export type Tour = {
  readonly place: Readable<TourPlace>;
  /** From the beginning, or where it was left. */
  readonly start: () => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly pause: () => void;
  readonly end: () => void;
};

const key = 'gemba.tour';

export function createTour(storage: Pick<Storage, 'getItem' | 'setItem'>): Tour {
  const place = createWritable(parsePlace(storage.getItem(key)));
  const set = (next: TourPlace) => {
    storage.setItem(key, formatPlace(next));
    place.set(next);
  };
  const stepOf = (now: TourPlace) => ('step' in now ? now.step : 0);
  return {
    place,
    start: () => set({ type: 'running', step: stepOf(place.get()) }),
    next: () => {
      const step = stepOf(place.get()) + 1;
      set(step < tourSteps.length ? { type: 'running', step } : { type: 'over' });
    },
    back: () => set({ type: 'running', step: Math.max(0, stepOf(place.get()) - 1) }),
    pause: () => set({ type: 'paused', step: stepOf(place.get()) }),
    end: () => set({ type: 'over' }),
  };
}

/** What is stored and means nothing is taken for a tour that is over: nobody is asked twice. */
function parsePlace(stored: string | null): TourPlace {
  if (stored === null) return { type: 'new' };
  const [type, digits = ''] = stored.split(' ');
  const step = Number(digits);
  const isStep = digits !== '' && Number.isInteger(step) && step >= 0 && step < tourSteps.length;
  return (type === 'running' || type === 'paused') && isStep ? { type, step } : { type: 'over' };
}

const formatPlace = (place: TourPlace): string =>
  'step' in place ? `${place.type} ${place.step}` : place.type;
