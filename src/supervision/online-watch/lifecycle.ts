import type { Lifecycle } from '#law';
import { ART_3_2 as CITE } from './facts.ts';
import type { Forms } from './forms.ts';
import { CERTIFIED, EXISTING_NUMBERS, ONCE_BACK, PROVED } from './lifecycle/conditions.ts';
import type { AlertCheck } from './model.ts';

export { FOLDS } from './lifecycle/folds.ts';

const UNIT = [{ as: 'unit', roles: ['handler', 'legal-office', 'receiver', 'deputy-head', 'head'] }] as const;
const ISSUER = [{ as: 'issuer', roles: ['supervisor'] }] as const;

/** 预警核查: asked, answered by the unit, confirmed by a supervisor. */
export const LIFECYCLE: Lifecycle<AlertCheck, Forms> = {
  send: {
    label: '下发核查',
    does: 'step',
    from: 'start',
    to: 'sent',
    by: [{ as: 'opener', roles: ['supervisor'] }],
    cite: CITE,
    elsewhere: true,
    says: (s) => `已下发核查，共${s.findings.length}条预警；等待单位答复。`,
  },
  answer: {
    label: '答复核查',
    does: 'step',
    from: ['sent', 'overdue'],
    to: 'answered',
    by: UNIT,
    cite: CITE,
    inputGuards: [EXISTING_NUMBERS, PROVED],
    says: () => '已答复；等待监督人员确认。',
  },
  'send-back': {
    label: '退回补充',
    does: 'step',
    from: ['answered'],
    to: 'sent',
    by: ISSUER,
    cite: CITE,
    guards: [ONCE_BACK],
    aside: true,
    says: () => '已退回，等待单位补充答复；期限重新计算。',
  },
  confirm: {
    label: '确认处理',
    does: 'step',
    from: ['answered'],
    to: 'closed',
    by: ISSUER,
    cite: CITE,
    guards: [CERTIFIED],
    inputGuards: [EXISTING_NUMBERS],
    says: (s) => {
      const standing = s.findings.filter((f) => f.outcome?.outcome === 'stands').length;
      const excluded = s.findings.length - standing;
      return `已办结：排除${excluded}条，${standing}条疑点仍在${standing > 0 ? '，可在本页立监督案件或者排除' : ''}。`;
    },
  },
  withdraw: {
    label: '撤回核查',
    does: 'step',
    from: ['sent', 'overdue'],
    to: 'withdrawn',
    by: ISSUER,
    cite: CITE,
    aside: true,
    says: () => '已撤回；预警回到待核实。',
  },
  lapse: {
    label: '逾期未答复',
    does: 'step',
    from: ['sent'],
    to: 'overdue',
    by: [{ as: 'system' }],
    cite: CITE,
    says: () => '单位逾期未答复预警核查。',
  },
};
