/** The tour: step by step, left and gone on with, and offered to nobody twice. */
import { describe, expect, test } from 'vitest';
import { createTour, tourSteps } from '../../../web/features/tour/tour.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';

describe('the tour', () => {
  test('is new on a device, goes from step to step, and ends after the last', () => {
    const tour = createTour(createMemoryStorage());
    expect(tour.place.get()).toEqual({ type: 'new' });
    tour.start();
    for (const step of tourSteps.keys()) {
      expect(tour.place.get()).toEqual({ type: 'running', step });
      tour.next();
    }
    expect(tour.place.get()).toEqual({ type: 'over' });
  });

  test('goes on where it was left, also after the app was closed', () => {
    const storage = createMemoryStorage();
    const tour = createTour(storage);
    tour.start();
    tour.next();
    tour.next();
    tour.back();
    tour.pause();
    const later = createTour(storage);
    expect(later.place.get()).toEqual({ type: 'paused', step: 1 });
    later.start();
    expect(later.place.get()).toEqual({ type: 'running', step: 1 });
  });

  test('begins anew when it is taken again', () => {
    const tour = createTour(createMemoryStorage());
    tour.end();
    tour.start();
    expect(tour.place.get()).toEqual({ type: 'running', step: 0 });
    tour.back();
    expect(tour.place.get()).toEqual({ type: 'running', step: 0 });
  });

  test('that was declined is not offered again, and nonsense in storage counts as declined', () => {
    const storage = createMemoryStorage();
    createTour(storage).end();
    expect(createTour(storage).place.get()).toEqual({ type: 'over' });
    for (const nonsense of ['', 'running', 'running 6', 'running -1', 'paused x', 'hm 1']) {
      storage.setItem('gemba.tour', nonsense);
      expect(createTour(storage).place.get(), nonsense).toEqual({ type: 'over' });
    }
  });
});
