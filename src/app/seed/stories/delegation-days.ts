/** Days from the anchor: the term of the city's first deed of delegation (S03). */
export const DEED_FIRST_DAY = -390;
export const DEED_LAST_DAY = -90;
/** The deed that follows: for the days between nobody has delegated anything. */
export const NEXT_DEED_FROM = -70;
