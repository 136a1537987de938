export { CallGrammar, type CallGrammarOptions } from "./call-grammar.ts";
export { unwritableName } from "./grounded.ts";
export { VocabularyTrie } from "./trie.ts";
export type { State } from "./automaton.ts";
export { maskOf } from "./mask.ts";
export { chineseNumber, idsReturned, numbersSaid, orderNumbersTyped, personLines } from "./words.ts";
