/** The tour of this device, the same for all that show it. */
import { useReadable } from '../use-readable.ts';
import { createTour, type Tour, type TourPlace } from './tour.ts';

let shared: Tour | undefined;

export function useTour(): { readonly tour: Tour; readonly place: TourPlace } {
  const tour = (shared ??= createTour(localStorage));
  return { tour, place: useReadable(tour.place) };
}
