/**
 * What is wrong, on purpose, with the cases of the demonstration's stories, by a part of their titles: which rules must doubt them.
 * Written by hand, apart from all rules; any other case of a story is doubted by none.
 */
export const STORY_TRUTH: Readonly<Record<string, readonly string[]>> = {
  // Told from the unit's own system: one officer took the evidence alone.
  擅自占用城市道路: ['S09'],
};
