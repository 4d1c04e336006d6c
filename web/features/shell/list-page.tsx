/** A page that lists something: its heading, a sentence on what it is for, what can be done with it, the list. */
import type { ComponentChildren } from 'preact';
import { useArrivalFocus, useScreenTitle } from './use-screen.ts';
import './list-page.css';

type ListPageProps = {
  readonly title: string;
  readonly lead: string;
  /** Buttons; not printed. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
};

export function ListPage({ title, lead, actions, children }: ListPageProps) {
  const heading = useArrivalFocus<HTMLHeadingElement>();
  useScreenTitle(title);
  return (
    <div class="list-page">
      <header class="list-page__header">
        <div>
          <h1 class="list-page__title" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p class="list-page__lead">{lead}</p>
        </div>
        {actions !== undefined && <div class="list-page__actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
