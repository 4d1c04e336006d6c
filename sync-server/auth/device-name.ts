/** What a device is called until its person gives it a name: browser and system, from what it says of itself. */
import type { IncomingHttpHeaders } from 'node:http';

/** The first that fits: most browsers also claim to be those below them. */
const browsers = [
  [/\bEdgA?\//u, 'Edge'],
  [/\bOPR\//u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//u, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
] as const;

const systems = [
  [/\bAndroid\b/u, 'Android'],
  [/\biPad\b/u, 'iPad'],
  [/\biPhone\b/u, 'iPhone'],
  [/\bWindows\b/u, 'Windows'],
  [/\bCrOS\b/u, 'ChromeOS'],
  [/\bMac OS X\b/u, 'Mac'],
  [/\bLinux\b/u, 'Linux'],
] as const;

/** `Chrome · Android`, the same in every language; '' when neither is known. */
export function deviceNameOf(userAgent: IncomingHttpHeaders['user-agent']): string {
  const said = userAgent ?? '';
  const parts = [browsers, systems].map(
    (known) => known.find(([pattern]) => pattern.test(said))?.[1],
  );
  return parts.filter((part) => part !== undefined).join(' · ');
}
