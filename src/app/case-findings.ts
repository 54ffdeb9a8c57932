import type { BaseState } from '#law';
import { HEAD_LABELS, type SupervisionCase } from '#supervision/case-supervision';
import type { CaseActs, CaseOpening } from '#supervision/online-watch';

/** How findings and 监督案件 fit together: neither room knows the other. */
export const CASE_OPENING: CaseOpening = {
  kind: 'case-supervision',
  act: 'open',
  input: ({ unitId, findings, words }) => {
    const [first] = findings;
    const subject = findings.length === 1 && first !== undefined ? first.subject : `平台预警${findings.length}条`;
    return {
      source: 'finding',
      partner: null,
      subject: subject.slice(0, 200),
      unit: unitId,
      head: first?.duty !== null && first?.duty !== undefined && first.duty in HEAD_LABELS ? first.duty : '8(15)',
      facts: words === '' ? clue(findings) : `${words}\n${clue(findings)}`,
      involved: null,
      materials: null,
      basis: null,
      findings: findings.map((f) => ({ finding: f.id })),
    };
  },
};

function clue(findings: Parameters<CaseOpening['input']>[0]['findings']): string {
  return findings
    .map((f, i) => `${i + 1}. ${f.rule_id} ${f.subject}：${f.because}`)
    .join('\n')
    .slice(0, 15_000);
}

export const CASE_ACTS: CaseActs = {
  kind: 'case-supervision',
  read: (state: BaseState) => {
    const s = state as SupervisionCase;
    return {
      unitId: s.unitId,
      findings: s.findings,
      problems: s.problems.map((p) => ({ no: p.no, findings: p.findings.map((named) => nameOf(s, named)) })),
    };
  },
  dismiss: ['no-problem'],
  release: ['decline', 'return-petition', 'take-over', 'close'],
};

/** A problem may name its findings by their place in the case: "1、3". */
function nameOf(s: SupervisionCase, named: string): string {
  return /^\d{1,3}$/.test(named) ? (s.findings[Number(named) - 1] ?? named) : named;
}
