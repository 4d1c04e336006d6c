/** How long a test that could go on for ever goes on: CI's share of it, or `npm run test:long`'s. */

const isLongRun = process.env['TEST_LENGTH'] === 'long';

export const byLength = <T>(inEveryRun: T, inTheLongRun: T): T =>
  isLongRun ? inTheLongRun : inEveryRun;
