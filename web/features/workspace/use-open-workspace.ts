/** Opens what the workspace has agreed on, to be read and written, for as long as a screen is shown. */
import { useEffect, useState } from 'preact/hooks';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { useEnvironment } from '../environment.ts';

export type OpenedWorkspace =
  | { readonly type: 'opening' }
  /** The device's storage does not do it. */
  | { readonly type: 'failed' }
  | { readonly type: 'open'; readonly workspace: OpenWorkspace };

/** Only where a workspace has been joined. */
export function useOpenWorkspace(): OpenedWorkspace {
  const { services } = useEnvironment();
  const [opened, setOpened] = useState<OpenedWorkspace>({ type: 'opening' });
  useEffect(() => {
    let isLeft = false;
    let workspace: OpenWorkspace | undefined;
    const open = async () => {
      workspace = await (await services.workspace()).open();
      if (isLeft) return workspace?.close();
      setOpened(workspace === undefined ? { type: 'failed' } : { type: 'open', workspace });
    };
    open().catch((error: unknown) => {
      if (!isLeft) setOpened({ type: 'failed' });
      throw error;
    });
    return () => {
      isLeft = true;
      void workspace?.close();
    };
  }, [services]);
  return opened;
}
