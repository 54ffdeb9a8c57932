import {
  isDemonstration,
  type LocalDate,
  nameOf,
  type PartyPart,
  partyKindOf,
  partyWord,
  type RegisterFacts,
  representativeTitle,
  type SheetRow,
  short,
  wide,
} from '#law';
import type { SummaryPenalty } from '../model.ts';
import type { SheetFacts } from './facts.ts';

type S = SummaryPenalty;

/** A place for a hand: signature and date. */
export const SIGNED_HERE = '\n';

const ofParty = (s: S, part: PartyPart): string => partyWord(s.party, part);

/** The party as 处罚法 52 and the forms of the decision tell it. */
export function partyRows(s: S): readonly SheetRow[] {
  const address = wide('住址（住所）', ofParty(s, 'address'));
  if (partyKindOf(s.party.kind) === 'person')
    return [
      short('当事人', ofParty(s, 'name')),
      short('性别', ofParty(s, 'sex')),
      short('证件类型', ofParty(s, 'idKind')),
      short('证件号码', ofParty(s, 'idNumber')),
      address,
      short('联系电话', ofParty(s, 'phone')),
    ];
  return [
    wide('当事人', ofParty(s, 'name')),
    wide('统一社会信用代码', ofParty(s, 'uscc')),
    short(representativeTitle(s.party), ofParty(s, 'legalRepresentative')),
    short('联系电话', ofParty(s, 'phone')),
    address,
  ];
}

type Sheet = Pick<SheetFacts, 'title' | 'rows'> & Partial<Pick<SheetFacts, 'opinions'>>;

export function sheetFacts(s: S, facts: RegisterFacts, on: LocalDate, sheet: Sheet): SheetFacts {
  return { issuer: nameOf(facts, s.organId), opinions: [], on, demonstration: isDemonstration(facts, [s.organId]), ...sheet };
}
