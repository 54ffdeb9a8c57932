import { isAskedOn, type Profile } from '../profile.ts';
import type { Letter } from './letters.ts';

/**
 * The law is silent on who seals; that it is none of the case's own handlers is the city's to ask (待核定). Asked of the day
 * on which the letter was signed, so that its task and the condition of sealing it never answer differently.
 */
export function isSealerApart(profile: Profile | null, letter: Letter): boolean {
  return profile !== null && isAskedOn(profile, 'penalty.sealer-apart', letter.signedOn);
}
