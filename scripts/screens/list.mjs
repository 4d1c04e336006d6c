/** Every screen there is, in an order in which each finds what it shows. */
import { findingScreens } from './finding.mjs';
import { recordScreens } from './record.mjs';
import { choosingScreens } from './choosing.mjs';
import { outcomeScreens } from './outcome.mjs';
import { practiceScreens } from './practice.mjs';
import { peopleScreens } from './people.mjs';
import { endingsScreens } from './endings.mjs';

/**
 * Who shows it, at which address, after doing what, and how one knows that it is there.
 *
 * @typedef {object} Screen
 * @property {string} name
 * @property {'ada' | 'newcomer'} who
 * @property {string | ((cast: import('./cast.mjs').Cast) => string)} path
 * @property {string} ready A selector that is visible once the screen is complete.
 * @property {(page: import('playwright-core').Page, cast: import('./cast.mjs').Cast) => Promise<void>} [act]
 * @property {(cast: import('./cast.mjs').Cast, server: import('./server.mjs').ScreensServer) => Promise<void>} [before]
 * @property {(cast: import('./cast.mjs').Cast, server: import('./server.mjs').ScreensServer) => Promise<void>} [after]
 */

/** @type {readonly Screen[]} */
export const screens = [
  ...findingScreens,
  ...recordScreens,
  ...choosingScreens,
  ...outcomeScreens,
  ...practiceScreens,
  ...peopleScreens,
  ...endingsScreens,
];
