/** The version that /healthz tells: the package's own. */
import packageText from '../../package.json?raw';

export const version: string = (JSON.parse(packageText) as { version: string }).version;
