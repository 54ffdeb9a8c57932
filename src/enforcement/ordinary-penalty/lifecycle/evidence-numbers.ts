import { numbersIn } from '#law';
import type { OrdinaryPenalty } from '../model.ts';

/** Why the evidence named by its numbers proves nothing ("1、3"); null: each is on file, verified and lawful. */
export function unprovenBy({ evidence }: OrdinaryPenalty, typed: string): readonly [code: string, reason: string] | null {
  const numbers = numbersIn(typed);
  if (numbers === null || numbers.length === 0) return ['evidence', '证据序号应当填写证据的序号，例如“1、3”'];
  const unknown = numbers.find((no) => !evidence.some((e) => e.no === no));
  if (unknown !== undefined) return ['evidence', `所引的第${unknown}号证据不存在`];
  const unverified = numbers.find((no) => evidence.some((e) => e.no === no && (e.verifiedOn === null || !e.isLawful)));
  return unverified === undefined ? null : ['unverified', `第${unverified}号证据未经查证属实，或者取得不合法，不得作为认定事实的根据`];
}
