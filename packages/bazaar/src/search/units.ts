/**
 * Text as a row of comparable units: a Chinese character each, a Latin word each (stemmed), a number each, and names of a
 * letter and a number ("A4") in one. Every unit remembers where it stood, so that what was not understood can be given back in the person's own letters.
 */
export interface Unit {
  /** What is compared: "茶", "wing" for "wings", "12". */
  readonly key: string;
  readonly script: "han" | "latin" | "number";
  /** [start, end) in the text that was cut. */
  readonly start: number;
  readonly end: number;
}

/** Longest text that is looked at; the rest of a longer one is ignored. */
const TEXT_MAX = 200;

export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  for (const match of text.slice(0, TEXT_MAX).matchAll(/(?<![\p{Script=Latin}\p{N}])\p{Script=Latin}\p{N}{1,3}(?![\p{Script=Latin}\p{N}])|\p{Script=Han}|\p{N}+(?:\.\p{N}+)?|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)) {
    const [word] = match;
    const start = match.index;
    const end = start + word.length;
    if (/^\p{Script=Han}$/u.test(word)) units.push({ key: word, script: "han", start, end });
    else if (/^\p{N}/u.test(word)) units.push({ key: word.normalize("NFKC"), script: "number", start, end });
    // Letters of other scripts stand side by side with Chinese: "iPhone手机壳" is one run for a regular expression.
    else for (const part of word.matchAll(/\p{Script=Han}|[^\p{Script=Han}]+/gu)) {
      const han = /^\p{Script=Han}$/u.test(part[0]);
      units.push({
        key: han ? part[0] : stem(part[0]), script: han ? "han" : "latin",
        start: start + part.index, end: start + part.index + part[0].length,
      });
    }
  }
  return units;
}

/** "Wings" and "wing", "dishes" and "dish", "berries" and "berry", "café" and "cafe" are one word; no more than that. */
export function stem(word: string): string {
  const letters = /^[\x20-\x7e]+$/.test(word) ? word : word.normalize("NFKD").replace(/\p{M}/gu, "");
  const plain = letters.toLowerCase().replace(/['’]s$/, "").replace(/['’]/g, "");
  if (plain.length <= 3 || /(ss|us|is)$/.test(plain)) return plain;
  if (plain.endsWith("ies") && plain.length > 4) return `${plain.slice(0, -3)}y`;
  if (/(ch|sh|x|ss|zz|o)es$/.test(plain)) return plain.slice(0, -2);
  return plain.endsWith("s") ? plain.slice(0, -1) : plain;
}
