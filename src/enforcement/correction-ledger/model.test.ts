import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { STANDINGS } from '#law/correcting/index';
import { CORRECTION_STATES, daysOver, stateOf } from './model.ts';

const DAY = localDate('2026-06-10');
const EVE = localDate('2026-06-09');
const AFTER = localDate('2026-06-11');

describe('责令改正的状态和超过的日数（处罚法第二十八条）', () => {
  it.each([
    ['open', DAY, EVE, 'within', null],
    ['open', DAY, DAY, 'within', null],
    ['open', DAY, AFTER, 'due', 1],
    ['open', DAY, localDate('2026-07-10'), 'due', 30],
    ['unserved', null, AFTER, 'unserved', null],
    ['corrected', DAY, AFTER, 'corrected', null],
    ['disobeyed', DAY, AFTER, 'disobeyed', null],
    ['followed', DAY, AFTER, 'followed', null],
    ['ended', DAY, AFTER, 'ended', null],
    ['ended', null, AFTER, 'ended', null],
  ] as const)('%s，期限%s，今日%s：%s，超过%s日', (standing, lastDay, today, state, over) => {
    expect([stateOf(standing, lastDay, today), daysOver(standing, lastDay, today)]).toEqual([state, over]);
  });

  it('每种情形都有一个状态，每个状态都有情形', () => {
    const reached = STANDINGS.flatMap((standing) => [EVE, AFTER].map((today) => stateOf(standing, DAY, today)));
    expect([...new Set(reached)].toSorted()).toEqual([...CORRECTION_STATES].toSorted());
  });
});
