/** Counts what vitest's JSON report says, so that nothing that did not run can look like a pass. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * A skipped test counts as failed (nothing is left out in silence), and so does a test file that could
 * not be loaded, a missing report, or a failure that vitest tells by its exit code alone.
 *
 * @param {string} reportFile
 * @param {number} exitCode
 * @returns {{ readonly passed: number, readonly failed: number }}
 */
export function countTests(reportFile, exitCode) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  /** @type {import('vitest/reporters').JsonTestResults} */
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  for (const test of tests.filter(({ status }) => status !== 'passed' && status !== 'failed')) {
    console.log(`Did not run: ${test.fullName}`);
  }
  const failed = tests.length - passed + brokenFiles.length;
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
