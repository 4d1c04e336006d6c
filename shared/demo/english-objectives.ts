/** What the demo's organisation wants to reach, in English. */
import type { DemoWords } from './demo-words.ts';

export const englishObjectives: DemoWords['objectives'] = [
  {
    title: 'Patients wait less',
    measure: 'Minutes from check-in to treatment',
    unit: 'min',
    baseline: 54,
    current: 43,
    target: 30,
  },
  {
    title: 'More time at the bed',
    measure: 'Share of a nurse’s shift spent with patients',
    unit: '%',
    baseline: 37,
    current: 44,
    target: 50,
  },
  {
    title: 'Less energy for the same care',
    measure: 'Electricity a bed and year',
    unit: 'kWh',
    baseline: 9800,
    current: 9100,
    target: 8000,
  },
  {
    title: 'Every idea gets an answer',
    measure: 'Ideas answered within two weeks',
    unit: '%',
    baseline: 41,
    current: 78,
    target: 90,
  },
];
