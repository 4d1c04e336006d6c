/** An address bar with a history, as far as navigation needs one. */

export type FakeWindow = Pick<Window, 'location' | 'history' | 'addEventListener'> & {
  readonly dispatch: (type: string) => void;
};

export function createFakeWindow(href: string): FakeWindow {
  const events = new EventTarget();
  const entries: { href: string; state: unknown }[] = [{ href, state: null }];
  let current = 0;
  const here = () => entries[current] ?? { href, state: null };
  const location = {
    get href() {
      return here().href;
    },
    get pathname() {
      return new URL(here().href).pathname;
    },
    get search() {
      return new URL(here().href).search;
    },
  };
  const history = {
    get state() {
      return here().state;
    },
    pushState: (state: unknown, _title: string, url: string) => {
      entries.length = current + 1;
      entries.push({ href: new URL(url, here().href).href, state });
      current++;
    },
    replaceState: (state: unknown, _title: string, url: string) => {
      entries[current] = { href: new URL(url, here().href).href, state };
    },
    back: () => {
      current = Math.max(0, current - 1);
      events.dispatchEvent(new Event('popstate'));
    },
  };
  return {
    location: location as unknown as Location,
    history: history as unknown as History,
    addEventListener: events.addEventListener.bind(events),
    dispatch: (type) => events.dispatchEvent(new Event(type)),
  };
}
