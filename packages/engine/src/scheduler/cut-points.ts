/** Prompts may be cut at multiples of it without changing a bit (Backend.deltaNet; ARCHITECTURE, "How a token is made quickly"). */
export const PIECE = 4;

/** The most whole pieces that so many tokens hold, in tokens. */
export const wholePieces = (tokens: number): number => tokens - (tokens % PIECE);

/**
 * Positions of a prompt where its state is worth keeping, ascending: the end of the first message (instructions and
 * tools), the beginnings of the last message and of the reply (where the next turn, or another last message, goes on), and
 * points at growing distances for prompts that part somewhere else. All are whole pieces and leave a token to run.
 * @param turnId the token that begins every message; undefined: there is none
 */
export function cutPoints(ids: readonly number[], turnId: number | undefined): number[] {
  const turns = turnId === undefined ? [] : ids.flatMap((id, at) => (id === turnId ? [at] : []));
  const points = turns.length > 0 ? [turns[1] ?? 0, ...turns.slice(-2)] : [ids.length - 1];
  for (let at = FIRST_SPLIT; at < ids.length; at *= 2) points.push(at);
  const wholes = points.map(wholePieces).filter((at) => at > 0 && at < ids.length);
  return [...new Set(wholes)].sort((a, b) => a - b);
}

const FIRST_SPLIT = 512;
