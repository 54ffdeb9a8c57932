const MIB = 1024 * 1024;

/** How much one file, one piece of it and one account may take; bytes and counts. */
export type UploadLimits = {
  readonly largest: number;
  readonly piece: number;
  /** Unfinished uploads of one account, and their declared sizes together. */
  readonly open: number;
  readonly openBytes: number;
};

export const UPLOAD_LIMITS: UploadLimits = limitsOf(2048);

/** The limits that follow from the largest file, in MiB. */
export function limitsOf(largestMib: number): UploadLimits {
  return { largest: largestMib * MIB, piece: 16 * MIB, open: 50, openBytes: 5 * largestMib * MIB };
}
