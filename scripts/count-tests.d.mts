export declare function countTests(
  reportFile: string,
  exitCode: number,
): { readonly passed: number; readonly failed: number };
