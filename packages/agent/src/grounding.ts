/**
 * Where a value came from. Our own endpoints decode calls under a grammar that admits only what was said, listed or
 * returned; for every other endpoint the same rules are checked here, afterwards.
 */
/** Is `value` a run of one of the person's messages, without case, not cut inside a Latin word or a number? */
export function wasSaid(value: string, said: readonly string[]): boolean {
  const wanted = value.trim().toLowerCase();
  if (wanted === "") return false;
  return said.some((message) => {
    const text = message.toLowerCase();
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (!cuts(text[at - 1], wanted[0]) && !cuts(wanted.at(-1), text[end])) return true;
    }
    return false;
  });
}

const cuts = (left: string | undefined, right: string | undefined): boolean => /^[a-z0-9][a-z0-9]$/i.test(`${left ?? " "}${right ?? " "}`);
