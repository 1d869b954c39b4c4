/** JSON whose shape a test knows and the compiler does not. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type LooseJson = any;
