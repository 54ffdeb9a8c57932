import type { Folds, InputOf, Label } from '#law';
import type { FORMS, Forms } from '../forms.ts';
import type { AlertCheck, CheckedFinding } from '../model.ts';

type Answer = InputOf<(typeof FORMS)['answer']>;
type Confirm = InputOf<(typeof FORMS)['confirm']>;

const LABELS: Readonly<Record<string, Label>> = { 1: 1, 2: 2, 3: 3, 4: 4 };

export const FOLDS: Folds<AlertCheck, Forms> = {
  send: (_, input, frame) => ({
    status: 'sent',
    issuerId: frame.actor.organisationId ?? '',
    unitId: input.unit,
    label: LABELS[input.label] ?? 4,
    request: input.request,
    findings: input.findings.map((f, i) => ({
      no: i + 1,
      findingId: f.finding,
      severity: f.severity,
      what: f.what,
      answer: null,
      outcome: null,
    })),
    rounds: [{ sentOn: frame.legalDate, answeredOn: null }],
    proofs: [],
    overdueOn: null,
    closedOn: null,
  }),
  answer: (s, input, frame) => ({
    ...s,
    findings: s.findings.map((f) => ({ ...f, answer: answerTo(f, input) })),
    rounds: s.rounds.map((r, i) => (i === s.rounds.length - 1 ? { ...r, answeredOn: frame.legalDate } : r)),
    proofs: [...s.proofs, ...frame.files],
  }),
  'send-back': (s, _, frame) => ({ ...s, rounds: [...s.rounds, { sentOn: frame.legalDate, answeredOn: null }] }),
  confirm: (s, input, frame) => ({
    ...s,
    findings: s.findings.map((f) => ({ ...f, outcome: outcomeOf(f, input) })),
    closedOn: frame.legalDate,
  }),
  withdraw: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  lapse: (s, _, frame) => ({ ...s, overdueOn: s.overdueOn ?? frame.legalDate }),
};

function answerTo(finding: CheckedFinding, input: Answer): CheckedFinding['answer'] {
  const own = input.each?.find((e) => e.no === finding.no) ?? input;
  return { answer: own.answer, words: own.words };
}

function outcomeOf(finding: CheckedFinding, input: Confirm): CheckedFinding['outcome'] {
  const own = input.each?.find((e) => e.no === finding.no) ?? input;
  return { outcome: own.outcome, words: own.words };
}
