import type { Platform } from '#platform/acts/perform';
import type { BlobStore } from '#platform/files';
import type { Identity } from '#platform/identity/identity';

/** What every route and every background job of this program stands on. */
export type Opened = {
  readonly platform: Platform;
  readonly identity: Identity;
  readonly blobs: BlobStore;
  readonly close: () => Promise<void>;
};
