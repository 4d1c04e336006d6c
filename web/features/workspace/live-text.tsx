/** A text that the workspace's people write together; for those who only read it, plain words. */
import type { WorkspaceText } from '../../../shared/domain/workspace.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { CollaborativeText } from '../improvement/collaborative-text.tsx';
import { useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';

type LiveTextProps = {
  readonly workspace: OpenWorkspace;
  readonly field: WorkspaceText;
  /** Shown to who may write, while there are no words. */
  readonly hint: string;
  /** Said to the others then. */
  readonly none: string;
};

export function LiveText({ workspace, field, hint, none }: LiveTextProps) {
  const { t } = useWords();
  const { isAllowed, texts } = useReadable(workspace.state);
  const isReadOnly = !isAllowed(workspaceVerb(field));
  if (isReadOnly && texts[field] === '') {
    return (
      <section>
        <h2 class="visually-hidden">{t(`field.${field}`)}</h2>
        <p class="workspace-page__hint">{none}</p>
      </section>
    );
  }
  return <CollaborativeText texts={workspace} field={field} hint={hint} readOnly={isReadOnly} />;
}
