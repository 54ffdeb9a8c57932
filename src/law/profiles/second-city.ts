import { type Citation, cite } from '../citation.ts';
import { localDate } from '../local-date.ts';
import type { ObligationId, ObligationTerms, Profile } from '../profile.ts';
import { NATIONAL_TERMS } from './national-terms.ts';
import { DEFAULT_PARAMETERS } from './rule-parameters.ts';

const SINCE_2024 = { from: localDate('2024-01-01'), until: null };

function terms(
  obligation: ObligationId,
  citation: Citation | null,
  length: number | null,
  unit: 'd' | 'wd' | null,
  more: Partial<Pick<ObligationTerms, 'on' | 'grade' | 'roll'>> = {},
): ObligationTerms {
  const roll = more.roll ?? unit === 'd';
  return { obligation, cite: citation, length, unit, roll, grade: 'statute', on: true, inForce: SINCE_2024, ...more };
}

/**
 * 磴洲, a city that does not exist: other article numbers, a shorter reply, no branch of justice offices, another
 * reading of 法定休假日. It keeps the code honest about what is Bayannur's and what is everybody's.
 */
export const SECOND_CITY: Profile = {
  id: 'dengzhou-test',
  version: 1,
  name: '磴洲市规则参数（测试用）',
  city: 9901,
  rollOn: 'holidays',
  obligations: [
    terms('local.document-reply', cite('磴洲协调监督办法', 12, 1), 15, 'd'),
    terms('local.transfer-notice', cite('磴洲协调监督办法', 14), 10, 'd'),
    terms('local.overdue-measures', cite('磴洲协调监督办法', 13), null, null),
    terms('local.paper-service', null, 2, 'wd', { grade: 'ours' }),
    terms('local.reply-check', null, 10, 'd', { grade: 'ours' }),
    terms('local.overdue-decision', null, 10, 'd', { grade: 'ours' }),
    terms('local.second-correction', null, 10, 'd', { grade: 'ours' }),
    terms('local.review-apply', cite('磴洲协调监督办法', 15, 1), 10, 'wd'),
    terms('local.review-decide', cite('磴洲协调监督办法', 15, 2), 15, 'wd'),
    terms('local.execution-report', cite('磴洲协调监督办法', 13, 2), 20, 'd'),
    terms('local.clue-triage', null, 3, 'wd', { grade: 'ours' }),
    terms('local.case-period', null, 45, 'd', { grade: 'ours' }),
    terms('local.case-period-extended', null, null, null, { on: false }),
    terms('local.stop-notice', null, 1, 'wd', { grade: 'ours' }),
    terms('local.benchmark-evaluation', null, null, null, { on: false }),
    terms('local.alert-check', null, 3, 'wd', { grade: 'ours' }),
    terms('local.problem-document', cite('磴洲协调监督办法', 12, 1), 10, 'd', { grade: 'ours', roll: false }),
    terms('local.township-branch', null, null, null, { on: false }),
    terms('local.inquiry', cite('磴洲协调监督办法', 8), null, null),
    terms('local.on-site-two', cite('磴洲协调监督办法', 9), null, null),
    terms('local.circular', cite('磴洲协调监督办法', 17), null, null),
    terms('local.call-in', cite('磴洲协调监督办法', 18), null, null),
    terms('local.major-penalty-filing', cite('磴洲协调监督办法', 10), 10, 'd'),
    terms('local.normative-supervision', cite('磴洲协调监督办法', 10), null, null),
    terms('local.normative-filing', cite('磴洲协调监督办法', 10), 20, 'd'),
    terms('local.normative-registration', null, 7, 'wd', { grade: 'ours' }),
    terms('local.normative-supplement', null, 10, 'd', { grade: 'ours' }),
    terms('local.normative-review', null, 45, 'd', { grade: 'ours' }),
    terms('local.normative-correction', null, 20, 'd', { grade: 'ours' }),
    terms('local.normative-suggestion-form', null, 3, 'd', { grade: 'ours' }),
    terms('local.normative-suggestion', null, 30, 'd', { grade: 'ours' }),
    terms('local.normative-validity', null, 36_500, 'd', { grade: 'ours', roll: false }),
    terms('local.delegation-term', null, 36_500, 'd', { grade: 'ours', roll: false }),
    terms('local.delegation-check', null, 180, 'd', { grade: 'ours' }),
    terms('local.subject-review-report', null, 365, 'd', { grade: 'ours', roll: false }),
    terms('local.certificate-registration', null, 730, 'd', { grade: 'ours', roll: false }),
    terms('local.certificate-exchange', null, 1825, 'd', { grade: 'ours', roll: false }),
    terms('local.special-supervisor', null, null, null, { on: false }),
    terms('local.special-supervisor-term', null, 36_500, 'd', { grade: 'ours', roll: false }),
    terms('local.penalty-clue', null, 10, 'wd', { grade: 'ours' }),
    terms('local.penalty-clue-extended', null, null, null, { on: false }),
    terms('local.penalty-review', null, 5, 'wd', { grade: 'ours' }),
    terms('local.penalty-statement', null, 3, 'wd', { grade: 'ours' }),
    terms('local.held-report', null, 7, 'd', { grade: 'ours' }),
    terms('local.summary-record', null, 3, 'wd', { grade: 'ours' }),
    terms('local.penalty-redo', null, 45, 'd', { grade: 'ours' }),
    terms('local.penalty-redo-ordered', null, 3_650, 'd', { grade: 'ours', roll: false }),
    terms('local.penalty-refund', null, 10, 'wd', { grade: 'ours' }),
    terms('local.penalty-closing', null, 20, 'd', { grade: 'ours' }),
    terms('local.correction-ordered', null, 3_650, 'd', { grade: 'ours', roll: false }),
    terms('local.assistance-answer', null, 10, 'wd', { grade: 'ours' }),
    ...NATIONAL_TERMS,
  ],
  parameters: DEFAULT_PARAMETERS,
  measures: {
    name: '磴洲办法第十三条',
    cite: cite('磴洲协调监督办法', 13, 2),
    grade: 'statute',
    list: [
      { id: 'correct', label: '责令改正', needsGovernment: false, grounds: [{ code: 'not-handled', label: '逾期未处理' }] },
      { id: 'revoke', label: '撤销', needsGovernment: true, grounds: [{ code: 'basis', label: '适用依据错误' }] },
    ],
  },
};
