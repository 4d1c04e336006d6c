/**
 * How the register looked last: left by the page for the service worker, which begins the next visit with it,
 * so that a person reads on while the program starts. The page and the worker agree on the names here.
 */
export const firstLook = {
  cacheName: 'gemba-first-look',
  path: '/register',
  /** On the element that holds the look, until the program has drawn its own in its place. */
  attribute: 'data-look',
  /** Where index.html has room for it. */
  emptyRoot: '<div id="app"></div>',
} as const;

export type FirstLook = {
  /** The start tag of `<html>`: language and appearance. */
  readonly start: string;
  /** What is in the root element: markup that the page itself has drawn, without inline styles. */
  readonly markup: string;
  /** The stylesheet that it was drawn for; with another one it is not shown. */
  readonly style: string;
};
