declare module 'class-transformer/cjs/storage.js' {
  import type { MetadataStorage } from 'class-transformer/types/MetadataStorage.js';

  // The metadata of `@Type`, which class-transformer does not export from its root.
  export const defaultMetadataStorage: MetadataStorage;
}
