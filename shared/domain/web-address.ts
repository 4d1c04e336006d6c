/** Addresses that a page may be sent to: no script, no file. */

const longest = 2_000;

export const isWebAddress = (text: string): boolean =>
  text.length <= longest && /^https?:\/\/[^\s/?#]\S*$/i.test(text);

/** As somebody types it: "example.org/7" means https. undefined: it is no address. */
export function toWebAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (isWebAddress(text)) return text;
  const isHost = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#:]\S*)?$/iu.test(text);
  return isHost && isWebAddress(`https://${text}`) ? `https://${text}` : undefined;
}

export const hostOf = (address: string): string => partsOf(address).host;

/** What an address calls the thing that it leads to: its last part, else its host. */
export function keyInAddress(address: string): string {
  const { host, path } = partsOf(address);
  const last = path.split('/').findLast((part) => part !== '') ?? host;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Total, unlike the parsers of browsers: an address that others wrote must not stop a page. */
function partsOf(address: string): { readonly host: string; readonly path: string } {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]*)([^?#]*)/iu.exec(address) ?? [];
  return { host, path };
}
