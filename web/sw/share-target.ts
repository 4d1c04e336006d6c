/** What another app shares becomes typed text: the page opens on Capture with it, and it survives whatever happens. */
import { browserDeps } from '../local/browser-deps.ts';
import { openDeviceDatabase } from '../local/device-database.ts';

/** As the manifest's `share_target` spells it. */
export const sharePath = '/share';

export async function receiveShare({ request }: { readonly request: Request }): Promise<Response> {
  const fields =
    request.method === 'POST' ? await request.formData() : new URL(request.url).searchParams;
  const shared = ['title', 'text', 'url']
    .map((name) => fields.get(name))
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
  const device = openDeviceDatabase(browserDeps);
  // Text that someone was typing is not overwritten: the shared text follows it.
  const typed = await device.readTyped();
  const parts = typed.trim() === '' ? shared : [typed, ...shared];
  await device.writeTyped([...new Set(parts)].join('\n'));
  return Response.redirect('/', 303);
}
