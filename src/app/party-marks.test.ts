import { describe, expect, it } from 'vitest';
import { localDate, type PartyDetails, readParty } from '#law';
import { identityKeys } from '#platform/identity/keys';
import { refOf } from '#platform/parties/hold';
import { TYPED_PARTIES } from '#testing/made-up-inputs';
import { markerOf, marksOf } from '../enforcement/penalty-records/loading/person.ts';
import { BARE_ROW } from '../enforcement/penalty-records/rules/rows.fixtures.ts';

const KEYS = identityKeys(Buffer.alloc(32, 7));
const [PERSON, TRADER, FIRM] = TYPED_PARTIES.map((typed): PartyDetails => {
  const read = readParty(typed as never, localDate('2026-03-16'));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.details;
});

function reported(party: Partial<(typeof BARE_ROW)['party']>): string | null {
  return marksOf({ ...BARE_ROW, party: { ...BARE_ROW.party, ...party } }, markerOf(KEYS)).partyMark;
}
const typed = (details: PartyDetails | undefined): string | null => (details === undefined ? null : refOf(KEYS, 'x', details).mark);

describe('同一当事人：归集的和在平台上录入的比对码相同（D05）', () => {
  it('自然人按姓名和证件号码，单位和个体工商户按统一社会信用代码', () => {
    expect(typed(PERSON)).toBe(
      reported({ name: PERSON?.name ?? '', kind: 'person', uscc: null, idKind: '身份证', idNumber: PERSON?.idNumber ?? '' }),
    );
    expect(typed(TRADER)).toBe(reported({ kind: 'sole-trader', uscc: TRADER?.uscc ?? '' }));
    expect(typed(FIRM)).toBe(reported({ name: '另一写法', uscc: FIRM?.uscc ?? '' }));
  });

  it('另一密钥下的比对码不同，名称相同而证件号码不同的不是同一人', () => {
    if (PERSON === undefined) throw new Error('no person');
    expect(refOf(identityKeys(Buffer.alloc(32, 8)), 'x', PERSON).mark).not.toBe(typed(PERSON));
    expect(typed({ ...PERSON, idNumber: '11010519491231002X' })).not.toBe(typed(PERSON));
  });
});
