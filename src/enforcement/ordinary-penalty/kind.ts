import { deferredAtOnce, endedInWords, type MatterKind } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { CASE_FILE } from './documents/case-file.ts';
import { FORMS } from './forms.ts';
import { ASKED_BY_RULES } from './lifecycle/asked-by-rules.ts';
import { citesIn } from './lifecycle/citations.ts';
import { handlersNeeded } from './lifecycle/conditions.ts';
import { keeperAlone } from './lifecycle/converted.ts';
import { placeInOneWord } from './lifecycle/own-power.ts';
import { withoutConcerns } from './lifecycle/review-conditions.ts';
import { tasks } from './lifecycle/tasks.ts';
import { tierAlone } from './lifecycle/weighing.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { type OrdinaryPenalty, STATUS_LABELS } from './model.ts';

/** 普通程序行政处罚案件 (SM-E2). */
export const ORDINARY_PENALTY: MatterKind<OrdinaryPenalty, typeof FORMS> = {
  kind: 'ordinary-penalty',
  name: '普通程序处罚案件',
  room: 'ordinary-penalty',
  statuses: STATUS_LABELS,
  mainLine: [
    'clue',
    'filing',
    'investigating',
    'concluded',
    'reviewing',
    'notifying',
    'told',
    'deliberating',
    'decided',
    'performing',
    'ended',
    'closed',
    'archived',
  ],
  closed: ['archived', 'not-filed'],
  parties: { organ: '办案机关' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `处罚案件：${s.party.name}${s.cause}`,
  homeId: (s) => s.organId,
  label: () => 2,
  participants: (s) => [{ organisationId: s.organId, as: 'organ' }],
  tasks,
  asksAbout: handlersNeeded,
  columns,
  ownNumber: (s) => s.number,
  handledBy: 'handler_ids',
  searchedIn: ['cause', 'facts', 'number', 'decision_number', 'party_uscc'],
  versions: { 'open-converted': 2, 'propose-filing': 2, review: 2, conclude: 2, decide: 2, defer: 2, 'end-execution': 2 },
  upcasters: {
    'open-converted@1': keeperAlone,
    'propose-filing@1': placeInOneWord,
    'review@1': withoutConcerns,
    'conclude@1': tierAlone,
    'decide@1': tierAlone,
    'defer@1': deferredAtOnce,
    'end-execution@1': endedInWords,
  },
  caseFile: CASE_FILE,
  askedByRules: ASKED_BY_RULES,
  citesIn,
  named: (s) => ({ type: null, about: [s.organId], isIssued: s.decision !== null }),
};
