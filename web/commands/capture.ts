/** Capture as screens use it: refuses what is blank or too long, keeps the rest, remembers what is typed. */
import { limits } from '../../shared/domain/improvement.ts';
import { err } from '../../shared/result.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { TypedText } from '../local/typed-text.ts';
import type { CaptureService } from '../services.ts';
import type { keepImprovement } from './keep-improvement.ts';

export type CaptureDeps = {
  readonly typed: Pick<TypedText, 'read' | 'remember' | 'flush'>;
  readonly store: Pick<ReplicaStore, 'takeBack'>;
  /** Loads what it needs when first called. */
  readonly keep: (text: string) => ReturnType<typeof keepImprovement>;
  /** Loads it now: somebody types, and is likely to keep it. */
  readonly prepareKeep: () => void;
};

export function createCapture({ typed, store, keep, prepareKeep }: CaptureDeps): CaptureService {
  return {
    keep: async (text) => {
      if (text.trim() === '') return err('blank');
      if (text.length > limits.captureLength) return err('tooLong');
      const kept = await keep(text);
      if (!kept.ok) return kept;
      typed.remember('');
      void typed.flush();
      return kept;
    },
    takeBack: async (id) => {
      const taken = await store.takeBack(id);
      return taken.ok && taken.value;
    },
    typed: {
      read: typed.read,
      remember: (text) => {
        prepareKeep();
        typed.remember(text);
      },
    },
  };
}
