/**
 * Bytes of tokens to text, as they come. A token may end inside a character: the unfinished bytes wait for the
 * next token, so no piece of text ever holds half a character. Malformed bytes become U+FFFD exactly where
 * `TextDecoder` puts them for the whole.
 */
export class Utf8Stream {
  // A byte order mark is a character like any other here: the model wrote it.
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  /** The characters that `bytes` completes; perhaps none. */
  push(bytes: Uint8Array): string {
    return this.#decoder.decode(bytes, { stream: true });
  }

  /** What an unfinished character at the end of the reply becomes: U+FFFD, or nothing. */
  end(): string {
    return this.#decoder.decode();
  }
}
