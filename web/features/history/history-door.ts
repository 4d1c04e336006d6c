/** The way from anything on a record's page to its part of the history. */
import { createContext } from 'preact';
import type { HistoryField } from '../../../shared/protocol/history.ts';

/** Opens the history at these changes; undefined where there is no history to open. */
export type ShowHistory = (field: HistoryField) => void;

export const HistoryDoor = createContext<ShowHistory | undefined>(undefined);
