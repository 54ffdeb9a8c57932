import {
  type ActFrame,
  chineseDay,
  type DocumentIssue,
  isDemonstration,
  type LocalDate,
  nameOf,
  numberedLetter,
  paper,
  type RegisterFacts,
} from '#law';
import { type Delegation, POWER_LABELS } from '../model.ts';

/** DOC-31 (deed): what 处罚法 20 asks for, and what both sides answer for. */
export type DeedFacts = {
  readonly delegator: string;
  readonly delegate: string;
  readonly number: string;
  readonly items: readonly { readonly name: string; readonly power: string; readonly basis: string }[];
  readonly powers: string;
  readonly term: string;
  readonly liability: string;
  readonly supervision: string;
  readonly signedOn: LocalDate;
  readonly contact: string;
  readonly demonstration: boolean;
};
/** DOC-31 (filing form). */
export type FilingFacts = {
  readonly delegator: string;
  readonly delegate: string;
  readonly bureau: string;
  readonly number: string;
  readonly term: string;
  readonly items: readonly string[];
  readonly conditions: Delegation['deed']['conditions'];
  readonly filedOn: LocalDate;
  readonly demonstration: boolean;
};

const termOf = ({ deed }: Delegation): string => `${chineseDay(deed.from)}至${chineseDay(deed.to)}`;
const marked = (s: Delegation, facts: RegisterFacts): boolean => isDemonstration(facts, [s.delegatorId, s.deed.delegateId]);

export function deedIssues(s: Delegation, contact: string, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const made: DeedFacts = {
    delegator: nameOf(facts, s.delegatorId),
    delegate: nameOf(facts, s.deed.delegateId),
    number: frame.number?.text ?? '',
    items: s.deed.items.map((i) => ({ name: i.name, power: POWER_LABELS[i.power], basis: i.basis })),
    powers: s.deed.powers,
    term: termOf(s),
    liability: s.deed.liability,
    supervision: s.deed.supervision,
    signedOn: frame.legalDate,
    contact,
    demonstration: marked(s, facts),
  };
  return [numberedLetter({ kind: 'DOC-31', name: '行政执法委托书', template: 'delegation-deed', facts: made })];
}

export function filingIssues(s: Delegation, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const made: FilingFacts = {
    delegator: nameOf(facts, s.delegatorId),
    delegate: nameOf(facts, s.deed.delegateId),
    bureau: nameOf(facts, s.deed.bureauId),
    number: s.letter?.number ?? '',
    term: termOf(s),
    items: s.deed.items.map((i) => i.name),
    conditions: s.deed.conditions,
    filedOn: frame.legalDate,
    demonstration: marked(s, facts),
  };
  return [paper({ kind: 'DOC-31-备案', name: '行政执法委托备案表', template: 'delegation-filing', facts: made })];
}
