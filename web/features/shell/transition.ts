/** Fades from one screen to the next, where the browser can and the person likes motion. */

const stillness = '(prefers-reduced-motion: reduce)';

export function transition(show: () => void): void {
  if (!('startViewTransition' in document) || matchMedia(stillness).matches) return show();
  document.startViewTransition(async () => {
    show();
    // Preact draws in a microtask; the browser takes its picture when this promise resolves.
    await new Promise((resolve) => setTimeout(resolve));
  });
}
