export declare const chromiumFlags: readonly string[];
export declare function findChromium(environment?: NodeJS.ProcessEnv): string | undefined;
