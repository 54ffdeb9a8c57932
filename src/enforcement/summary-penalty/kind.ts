import { chineseDay, deferredAtOnce, endedInWords, type MatterKind } from '#law';
import { withoutWeighing } from '#law/discretion/fields';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { CASE_FILE } from './documents/case-file.ts';
import { FORMS, type Forms } from './forms.ts';
import { ASKED_BY_RULES } from './lifecycle/asked-by-rules.ts';
import { designatedInWords, groundInWords } from './lifecycle/spared.ts';
import { tasks } from './lifecycle/tasks.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { STATUS_LABELS, type SummaryPenalty } from './model.ts';

export const SUMMARY_PENALTY: MatterKind<SummaryPenalty, Forms> = {
  kind: 'summary-penalty',
  name: '当场处罚',
  room: 'summary-penalty',
  statuses: STATUS_LABELS,
  mainLine: ['onsite', 'heard', 'decided', 'delivered', 'recorded', 'settled', 'closed', 'archived'],
  closed: ['archived', 'not-punished', 'converted'],
  parties: { organ: '处罚机关' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `${s.conduct}：${s.party.name}`,
  homeId: (s) => s.organId,
  label: () => 2,
  participants: (s) => [{ organisationId: s.organId, as: 'organ' }],
  tasks,
  columns,
  versions: { open: 2, 'no-penalty': 2, decide: 2, defer: 2, end: 2 },
  upcasters: {
    'open@1': designatedInWords,
    'no-penalty@1': groundInWords,
    'decide@1': withoutWeighing(),
    'defer@1': deferredAtOnce,
    'end@1': endedInWords,
  },
  caseFile: CASE_FILE,
  askedByRules: ASKED_BY_RULES,
  ownNumber: (s) => s.decision?.number ?? null,
  handledBy: 'handler_ids',
  searchedIn: ['conduct', 'facts', 'number', 'party_uscc'],
  citesIn: (s) =>
    s.decision === null
      ? [
          { where: '违反的规定', text: s.violated, tellsOf: chineseDay(s.actOn) },
          { where: '处罚依据', text: s.basis, tellsOf: chineseDay(s.actOn) },
        ]
      : [],
};
