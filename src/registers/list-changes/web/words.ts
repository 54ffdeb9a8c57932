import { POWER_KIND_LABELS, type PowerKind } from '#law';
import type { SentLine } from '../contract.ts';

const LINE_LABELS = { set: '新增或者变更', end: '终止', date: '补记公布日期' } as const;

export function powerWords(kind: string | null): string {
  return kind !== null && Object.hasOwn(POWER_KIND_LABELS, kind) ? POWER_KIND_LABELS[kind as PowerKind] : '';
}

/** What a proposed line is, in one word: an item that the register has is changed, any other is new. */
export function lineWords({ what, seen, base }: SentLine): string {
  if (what !== 'set') return LINE_LABELS[what];
  return (seen ?? '') === '' && (base ?? '') === '' ? '新增' : '变更';
}

/** From which day a line counts. */
export function dayWords({ what, cells }: SentLine): string {
  if (what === 'end') return cells.through === undefined ? '' : `至 ${cells.through}`;
  if (what === 'date') return cells.publishedOn === undefined ? '' : `${cells.publishedOn} 公布`;
  return cells.from === undefined ? '' : `自 ${cells.from}${cells.through === undefined ? '' : ` 至 ${cells.through}`}`;
}
