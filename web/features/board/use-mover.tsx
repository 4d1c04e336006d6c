/** Moves a card to another column: by a step of the record's own stages, within the columns' limits, or says why not. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Stage } from '../../../shared/domain/improvement.ts';
import { findMove, reachable } from '../../../shared/process/board-moves.ts';
import type { CommandType } from '../../../shared/process/commands.ts';
import { workStageFor } from '../../../shared/process/facts.ts';
import { type BoardStage, boardStages, isBoardStage } from '../../projection/board-query.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { DecisionSheet } from '../improvement/decision-sheet.tsx';
import { MoveSheet } from './move-sheet.tsx';
import { useLimitGate } from './use-limit-gate.tsx';

/** What lies over the board. `improvement` is open for as long as it does. */
type Asked =
  | { readonly type: 'where'; readonly row: ListedImprovement; readonly to: readonly Stage[] }
  | {
      readonly type: 'decision';
      readonly improvement: OpenImprovement;
      readonly command: CommandType;
    };

export type Mover = {
  readonly move: (row: ListedImprovement, column: string) => void;
  /** To the column before or behind. */
  readonly shift: (id: string, by: -1 | 1) => void;
  readonly ask: (row: ListedImprovement) => void;
  readonly askFor: (id: string) => void;
  /** For those who don't see the card move. */
  readonly said: string;
  readonly problem: string | undefined;
  readonly forgetProblem: () => void;
  readonly toFocus: { current: DocumentId | undefined };
  readonly sheet: ComponentChildren;
};

export function useMover(): Mover {
  const { services, showToast } = useEnvironment();
  const { t, format } = useWords();
  const gate = useLimitGate();
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string>();
  const toFocus = useRef<DocumentId>(undefined);
  const stageText = (stage: Stage) => t(`stage.${stage}`);

  const rowOf = (id: string): Promise<ListedImprovement | undefined> =>
    new Promise((resolve) => {
      const stop = services.register.watchRow(id as DocumentId, (row) => {
        resolve(row);
        queueMicrotask(() => stop());
      });
    });

  const refuse = (text: string) => {
    setProblem(text);
    setSaid(text);
  };

  async function move(row: ListedImprovement, column: string): Promise<void> {
    const stage = boardStages.find((one) => one === column);
    if (stage === undefined || stage === row.stage) return;
    setProblem(undefined);
    if (row.pending !== undefined) return refuse(t('decideFailed.pending'));
    const improvement = await services.improvements.open(row.id);
    if (improvement === undefined) return refuse(t('record.missing'));
    const state = improvement.state.get();
    const found = findMove({ ...state, workStage: state.fields.stage.value }, stage);
    if (found.type === 'step') {
      const { by } = found.step;
      return gate.pass({
        improvement,
        to: stage,
        onPass: (told) =>
          by === 'register'
            ? void take(improvement, row, stage, told)
            : setAsked({ type: 'decision', improvement, command: by }),
        onStay: () => void improvement.close(),
      });
    }
    await improvement.close();
    if (found.type === 'notAllowed') {
      refuse(t('board.notAllowed', { stage: stageText(stage) }));
    } else if (found.type === 'noStep') {
      const instead = found.instead.filter(isBoardStage).map(stageText);
      refuse(
        instead.length === 0
          ? t('board.noStepAtAll', { from: stageText(row.stage) })
          : t('board.noStep', { from: stageText(row.stage), instead: format.list(instead) }),
      );
    }
  }

  async function take(
    improvement: OpenImprovement,
    row: ListedImprovement,
    stage: BoardStage,
    told: string | undefined,
  ): Promise<void> {
    const value = workStageFor(stage);
    if (value === undefined) return improvement.close();
    const before = improvement.state.get().fields.stage.value;
    toFocus.current = row.id;
    improvement.change({ type: 'setField', field: 'stage', value });
    const text = told ?? t('stages.moved', { stage: stageText(stage) });
    setSaid(`${row.title}: ${text}`);
    showToast({
      text,
      action: { label: t('app.undo'), onClick: () => void putBack(row.id, before) },
    });
    await improvement.close();
  }

  async function putBack(id: DocumentId, value: ListedImprovement['workStage']): Promise<void> {
    const improvement = await services.improvements.open(id);
    if (improvement === undefined || value === undefined) return;
    toFocus.current = id;
    improvement.change({ type: 'setField', field: 'stage', value });
    await improvement.close();
  }

  async function ask(row: ListedImprovement): Promise<void> {
    const improvement = await services.improvements.open(row.id);
    if (improvement === undefined) return refuse(t('record.missing'));
    const state = improvement.state.get();
    const to = reachable({ ...state, workStage: state.fields.stage.value }).filter(isBoardStage);
    await improvement.close();
    setAsked({ type: 'where', row, to: boardStages.filter((stage) => to.includes(stage)) });
  }

  const close = (improvement?: OpenImprovement) => {
    setAsked(undefined);
    void improvement?.close();
  };

  const withRow = async (id: string, act: (row: ListedImprovement) => Promise<void>) => {
    const row = await rowOf(id);
    if (row !== undefined) await act(row);
  };

  return {
    move: (row, column) => void move(row, column),
    shift: (id, by) =>
      void withRow(id, async (row) => {
        const next = boardStages[boardStages.findIndex((stage) => stage === row.stage) + by];
        if (next !== undefined) await move(row, next);
      }),
    ask: (row) => void ask(row),
    askFor: (id) => void withRow(id, ask),
    said,
    problem,
    forgetProblem: () => setProblem(undefined),
    toFocus,
    sheet: (
      <>
        {gate.sheet}
        {asked !== undefined && (
          <Over asked={asked} onMove={(row, to) => void move(row, to)} onClose={close} />
        )}
      </>
    ),
  };
}

type OverProps = {
  readonly asked: Asked;
  readonly onMove: (row: ListedImprovement, to: Stage) => void;
  readonly onClose: (improvement?: OpenImprovement) => void;
};

function Over({ asked, onMove, onClose }: OverProps) {
  switch (asked.type) {
    case 'where':
      return (
        <MoveSheet
          title={asked.row.title}
          to={asked.to}
          onMove={(stage) => {
            onClose();
            onMove(asked.row, stage);
          }}
          onClose={() => onClose()}
        />
      );
    case 'decision':
      return (
        <DecisionSheet
          improvement={asked.improvement}
          type={asked.command}
          onClose={() => onClose(asked.improvement)}
        />
      );
  }
}
