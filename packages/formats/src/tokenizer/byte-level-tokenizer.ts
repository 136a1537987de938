import { InputError, joinBytes } from "@wanwen/core";
import type { Tokenizer } from "../types.ts";
import { type AddedToken, AddedTokenFinder } from "./added-tokens.ts";
import { lettersOf } from "./byte-alphabet.ts";
import { Bpe } from "./bpe.ts";
import type { MergeTable } from "./merge-table.ts";
import type { SplitText } from "./split.ts";
import type { TokenTable } from "./token-table.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a tokenizer is made of, whichever file it came from. */
export interface TokenizerParts {
  /** For messages. */
  readonly file: string;
  readonly table: TokenTable;
  /** The token of each byte, -1 where there is none. */
  readonly byteIds: Int32Array;
  readonly merges: MergeTable;
  readonly added: readonly AddedToken[];
  readonly split: SplitText;
  /** Compose letters and their marks (Unicode NFC) before splitting. */
  readonly normalize: boolean;
  /** Tokens in the byte alphabet: a word that is one of them becomes it at once, whatever the merges say. */
  readonly wholeWords?: Vocabulary;
}

const textUnitsMax = 2 ** 22;
/** Longer words are rare and would fill the cache. */
const cachedWordUnitsMax = 64;
const cachedWordsMax = 32_768;

/**
 * Text → added tokens cut out → NFC → words → bytes → byte pairs joined by rank.
 * A byte that has no token is left out, as the official library does.
 * @throws InputError when a printable byte has no token.
 */
export function byteLevelTokenizer(parts: TokenizerParts): Tokenizer {
  checkBytes(parts);
  const { table, split, normalize, wholeWords } = parts;
  const bpe = new Bpe(parts.byteIds, parts.merges);
  const anyToken = new AddedTokenFinder(parts.added, parts.file);
  const plainToken = new AddedTokenFinder(parts.added.filter((token) => !token.special), parts.file);
  const idByText = new Map(parts.added.map((token) => [token.text, token.id]));
  const special = new Set(parts.added.filter((token) => token.special).map((token) => token.id));
  let cache = new Map<string, readonly number[]>();

  const encodeWord = (word: string): readonly number[] => {
    const bytes = ENCODER.encode(word);
    const whole = wholeWords?.get(lettersOf(bytes));
    return whole === undefined ? bpe.encode(bytes) : [whole];
  };
  const cachedWord = (word: string): readonly number[] => {
    if (word.length > cachedWordUnitsMax) return encodeWord(word);
    let ids = cache.get(word);
    if (!ids) {
      if (cache.size >= cachedWordsMax) cache = new Map();
      cache.set(word, (ids = encodeWord(word)));
    }
    return ids;
  };

  return {
    size: table.size,
    encode(text, options) {
      if (text.length > textUnitsMax) {
        throw new InputError(`text: expected at most ${textUnitsMax} letters, got ${text.length}`);
      }
      const ids: number[] = [];
      const finder = options?.special === "text" ? plainToken : anyToken;
      finder.split(
        text.toWellFormed(),
        (plain) => {
          for (const word of split(normalize ? plain.normalize("NFC") : plain)) for (const id of cachedWord(word)) ids.push(id);
        },
        (id) => ids.push(id),
      );
      return ids;
    },
    bytes: (id) => table.bytes(id),
    decode(ids, options) {
      const shown = options?.skipSpecial ? ids.filter((id) => !special.has(id)) : ids;
      return DECODER.decode(joinBytes(shown.map((id) => table.bytes(id))));
    },
    idOf: (token) => idByText.get(token),
    isSpecial: (id) => special.has(id),
  };
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

/** Some vocabularies leave out bytes that their makers never met; a vocabulary without letters is a mistake. */
function checkBytes({ byteIds, file }: TokenizerParts): void {
  for (let byte = 0x20; byte < 0x7f; byte++) {
    if (byteIds[byte]! < 0) {
      throw new InputError(`${file}: expected a token for every printable byte, got none for 0x${byte.toString(16)}`);
    }
  }
}
