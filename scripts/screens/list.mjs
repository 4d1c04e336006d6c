/** Every screen there is, in an order in which each finds what it shows. */
import { findingScreens } from './finding.mjs';
import { recordScreens } from './record.mjs';
import { choosingScreens } from './choosing.mjs';
import { outcomeScreens } from './outcome.mjs';
import { practiceScreens } from './practice.mjs';
import { peopleScreens } from './people.mjs';
import { endingsScreens } from './endings.mjs';

/** @type {readonly import('./screen.mjs').Screen[]} */
export const screens = [
  ...findingScreens,
  ...recordScreens,
  ...choosingScreens,
  ...outcomeScreens,
  ...practiceScreens,
  ...peopleScreens,
  ...endingsScreens,
];
