/** Composition root of the page: builds the core, then draws. */
import { render } from 'preact';
import './design/tokens.css';
import './design/reset.css';
import './design/typography.css';
import './design/motion.css';
import { App } from './app.tsx';
import { createServices } from './create-services.ts';
import { createRegisterMemory, readFirstRows } from './features/register/register-memory.ts';
import { watchJoinLinks } from './features/session/join-links.ts';
import { createNavigation } from './features/shell/navigation.ts';
import { createPreferences } from './features/shell/preferences.ts';
import { showTheme } from './features/shell/show-theme.ts';
import { showStartFailure } from './features/shell/start-failure.ts';
import { transition } from './features/shell/transition.ts';
import { firstLook } from './first-look.ts';
import { loadWords } from './i18n/words.ts';
import { pathTo } from './routes.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

const joinLinks = watchJoinLinks({ window, storage: sessionStorage });

const preferences = createPreferences({
  storage: localStorage,
  preferredLanguages: navigator.languages,
});
showTheme(document, preferences);

/** Longer than any device takes that will answer at all. */
const firstRowsDeadlineMs = 2_000;

/**
 * No `await` at the top: parts that are fetched on the way import this module, and would wait for it to be done
 * with waiting for them.
 */
async function start(root: HTMLElement): Promise<void> {
  try {
    const language = preferences.language.get();
    const [services, words] = await Promise.all([createServices(), loadWords(language)]);
    const navigation = createNavigation({ window, transition });
    const memory = createRegisterMemory();
    // What the last visit left on the screen stands until there is something to put in its place.
    if (root.hasAttribute(firstLook.attribute)) {
      memory.loaded = await readFirstRows(services.register, firstRowsDeadlineMs);
      root.removeAttribute(firstLook.attribute);
      root.replaceChildren();
    }
    document.documentElement.lang = language;
    const environment = { services, navigation, preferences, joinLinks, nowMs: Date.now };
    joinLinks.opened.subscribe(() => {
      if (joinLinks.opened.get() !== undefined) navigation.go(pathTo.join);
    });
    render(<App environment={environment} words={words} memory={memory} />, root);
  } catch (error) {
    await showStartFailure(root, preferences.language.get());
    throw error;
  }
}

void start(root);
