export { callGrammar } from "./call-grammar.ts";
export { unwritableName } from "./grounded.ts";
export { VocabularyTrie } from "./trie.ts";
