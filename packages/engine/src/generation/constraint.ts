/**
 * What decides which tokens a reply may go on with. Before each token `mask()`, behind each token `accept()`; whoever
 * guesses tokens ahead asks a fork, so that nothing has to be taken back.
 */
export interface Constraint {
  /** Ids that the reply must begin with; `accept` them like any other. */
  readonly forcedStart: readonly number[];
  /** The reply may end here. */
  readonly canEnd: boolean;
  /** Bit `id` (word `id >> 5`, bit `id & 31`) tells whether the token may come next; undefined: all may. Read only. */
  mask(): Uint32Array | undefined;
  /** Goes on behind a token that the mask allowed. */
  accept(id: number): void;
  /** A second one in the same place, which goes its own way; cheap. What was worked out about masks is shared. */
  fork(): Constraint;
}
