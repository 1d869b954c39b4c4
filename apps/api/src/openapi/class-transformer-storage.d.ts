declare module 'class-transformer/cjs/storage.js' {
  // The metadata of `@Type`, which class-transformer does not export from its root.
  export const defaultMetadataStorage: import('class-transformer/types/MetadataStorage.js').MetadataStorage;
}
