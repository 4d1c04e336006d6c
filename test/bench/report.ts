/** A bench's findings as a table: on stdout, and as JSON and Markdown in bench-results/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

export type Finding = {
  readonly what: string;
  readonly measured: number;
  readonly unit: 'ms' | 'MB' | 'KB' | 'per second' | 'requests' | 'round trips' | 'ratio';
  /** The bare thing that did the same work in the same run. */
  readonly floor?: number;
  readonly aim?: Aim;
};

/** A bound on the figure itself or on its ratio to the floor. */
export type Aim = {
  readonly type: 'atMost' | 'atLeast';
  readonly value: number;
  readonly of: 'figure' | 'ratio';
};

export const atMost = (value: number): Aim => ({ type: 'atMost', value, of: 'figure' });
export const atMostOfFloor = (value: number): Aim => ({ type: 'atMost', value, of: 'ratio' });
export const atLeastOfFloor = (value: number): Aim => ({ type: 'atLeast', value, of: 'ratio' });

const resultsFolder = 'bench-results';

export function report(bench: string, findings: readonly Finding[]): void {
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const table = toMarkdown(findings);
  console.log(`\n${machine}\n\n${table}`);
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(`${resultsFolder}/${bench}.md`, `# Bench: ${bench}\n\n${machine}\n\n${table}`);
  const rows = findings.map((finding) => ({ ...finding, verdict: verdictOf(finding) }));
  writeFileSync(`${resultsFolder}/${bench}.json`, JSON.stringify({ machine, rows }, undefined, 2));
}

function toMarkdown(findings: readonly Finding[]): string {
  const head = ['what', 'measured', 'floor', 'ratio', 'aim', ''];
  const rows = findings.map((finding) => [
    finding.what,
    `${format(finding.measured)} ${finding.unit}`,
    finding.floor === undefined ? '' : `${format(finding.floor)} ${finding.unit}`,
    finding.floor === undefined ? '' : `${ratioOf(finding).toFixed(2)} ×`,
    aimText(finding),
    verdictOf(finding),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return line(head) + line(widths.map((width) => '-'.repeat(width))) + rows.map(line).join('');
}

function verdictOf({ aim, ...finding }: Finding): '' | 'met' | 'missed' {
  if (aim === undefined) return '';
  const value = aim.of === 'ratio' ? ratioOf(finding) : finding.measured;
  const isMet = aim.type === 'atMost' ? value <= aim.value : value >= aim.value;
  return isMet ? 'met' : 'missed';
}

function aimText({ aim, unit }: Finding): string {
  if (aim === undefined) return '';
  const bound = `${aim.type === 'atMost' ? '≤' : '≥'} ${aim.value.toLocaleString('en')}`;
  return `${bound} ${aim.of === 'ratio' ? '×' : unit}`;
}

const ratioOf = ({ measured, floor }: Finding): number => measured / (floor ?? Number.NaN);

const format = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
