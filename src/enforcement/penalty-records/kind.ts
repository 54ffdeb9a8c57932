import type { MatterKind } from '#law';
import { columns } from './columns.ts';
import { FORMS } from './forms.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { type PenaltyRecord, STATUS_LABELS } from './model.ts';

/**
 * 行政处罚决定 (reported): decided elsewhere, taken in to be counted, compared and judged. It waits for nobody: recorded
 * is its end, and what the rules doubt about it is a finding of its own.
 */
export const PENALTY_RECORD: MatterKind<PenaltyRecord, typeof FORMS> = {
  kind: 'penalty-record',
  name: '行政处罚决定',
  room: 'penalty-records',
  statuses: STATUS_LABELS,
  mainLine: ['recorded'],
  closed: ['recorded', 'merged'],
  parties: { organ: '处罚机关' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: [],
  title: (s) => `${s.row.number.text} ${s.row.party.name}`,
  homeId: (s) => s.organId,
  label: () => 2,
  participants: (s) => [{ organisationId: s.organId, as: 'organ' }],
  tasks: () => [],
  columns,
  isWatched: true,
};
