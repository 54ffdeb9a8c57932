import type { MatterKind } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { CASE_FILE } from './documents/case-file.ts';
import { FORMS, type Forms } from './forms.ts';
import { citesIn } from './lifecycle/ordering.ts';
import { tasks } from './lifecycle/tasks.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { type OrderToCorrect, STATUS_LABELS } from './model.ts';

/** 责令改正 outside any case: what is found is ordered to be corrected, and looked at again. */
export const CORRECTION_ORDER: MatterKind<OrderToCorrect, Forms> = {
  kind: 'correction-order',
  name: '责令改正',
  room: 'correction-order',
  statuses: STATUS_LABELS,
  mainLine: ['signing', 'serving', 'with-party', 'corrected', 'archived'],
  closed: ['archived', 'withdrawn'],
  parties: { organ: '责令机关' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `责令改正：${s.party.name}${s.cause}`,
  homeId: (s) => s.organId,
  label: () => 2,
  participants: (s) => [{ organisationId: s.organId, as: 'organ' }],
  tasks,
  columns,
  caseFile: CASE_FILE,
  ownNumber: (s) => s.letters[0]?.number ?? null,
  handledBy: 'handler_ids',
  searchedIn: ['cause', 'facts', 'number', 'party_uscc'],
  named: (s) => ({ type: null, about: [s.organId], isIssued: s.letters.length > 0 }),
  citesIn,
};
