/** The check's own count: nothing that did not run may look like a pass. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countTests } from '../../../scripts/count-tests.mjs';

describe('counting tests', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gemba-count-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const count = (statuses: readonly string[], exitCode: number, fileStatus = 'passed') => {
    const report = join(folder, 'report.json');
    const assertionResults = statuses.map((status) => ({ status, fullName: `a ${status} test` }));
    writeFileSync(
      report,
      JSON.stringify({ testResults: [{ status: fileStatus, assertionResults }] }),
    );
    return countTests(report, exitCode);
  };

  it('counts what passed and what failed', () => {
    expect(count(['passed', 'passed', 'failed'], 1, 'failed')).toEqual({ passed: 2, failed: 1 });
  });

  it('counts a test that was skipped as failed', () => {
    expect(count(['passed', 'skipped'], 0)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a file that could not be loaded as failed', () => {
    expect(count([], 1, 'failed')).toEqual({ passed: 0, failed: 1 });
  });

  it('counts an error outside every test as failed', () => {
    expect(count(['passed'], 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a missing report as failed', () => {
    expect(countTests(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1 });
  });
});
