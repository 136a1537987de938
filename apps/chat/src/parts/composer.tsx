import { ArrowUp, Square } from "lucide-react";
import { memo, useEffect, useLayoutEffect, useRef, useState } from "react";
import { drafts } from "../task/drafts.ts";
import { useWords } from "../words/words.ts";

const charsMax = 4_000;

export interface ComposerProps {
  /** Which draft it keeps. */
  readonly draftKey: string;
  readonly first: boolean;
  readonly working: boolean;
  readonly takesFocus: boolean;
  /** Resolves to whether the words were taken; when not, they stay in the field. */
  readonly onSend: (text: string) => Promise<boolean> | boolean;
  readonly onStop?: () => void;
}

/**
 * Where the person speaks. Grows to six lines. Enter sends, Shift+Enter breaks the line, and while an input method
 * composes Enter belongs to it. While something runs the button stops it, unless there are new words to send.
 */
export const Composer = memo(function Composer({ draftKey, first, working, takesFocus, onSend, onStop }: ComposerProps) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => drafts.get(draftKey));
  const [sending, setSending] = useState(false);

  useEffect(() => setText(drafts.get(draftKey)), [draftKey]);
  useEffect(() => {
    if (takesFocus) field.current?.focus({ preventScroll: true });
  }, [draftKey, takesFocus]);
  // Browsers without `field-sizing` get the height by hand.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || CSS.supports("field-sizing", "content")) return;
    element.style.blockSize = "auto";
    element.style.blockSize = `${element.scrollHeight}px`;
  }, [text]);

  function change(next: string) {
    setText(next);
    drafts.set(draftKey, next);
  }

  async function send() {
    const words = text.trim();
    if (words === "" || sending || words.length > charsMax) return;
    change("");
    setSending(true);
    const taken = await onSend(words);
    setSending(false);
    // Not taken: the words come back, before anything that was typed since.
    if (!taken) change([words, drafts.get(draftKey)].filter((each) => each !== "").join("\n"));
  }

  const stops = working && text.trim() === "" && onStop !== undefined;
  const tooLong = text.trim().length > charsMax;
  return (
    <div>
      <div className="flex items-end gap-2 rounded-card border border-line bg-surface p-2 ps-4 has-[textarea:focus-visible]:border-accent has-[textarea:focus-visible]:outline-1 has-[textarea:focus-visible]:outline-accent">
        <label htmlFor="composer" className="sr-only">
          {t("ask.label")}
        </label>
        <textarea
          ref={field}
          id="composer"
          data-testid="composer"
          rows={first ? 2 : 1}
          value={text}
          placeholder={t(first ? "ask.placeholder" : "ask.placeholderMore")}
          enterKeyHint="send"
          autoComplete="off"
          className="field-sizing-content min-h-target max-h-[calc(6lh+16px)] min-w-0 flex-1 resize-none bg-transparent py-[9px] outline-none"
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            // keyCode 229: Safari ends the composition before it tells of the key that ended it.
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
            event.preventDefault();
            void send();
          }}
        />
        {stops ? (
          <button type="button" data-testid="stop" className="button size-target shrink-0 !rounded-full !px-0" aria-label={t("ask.stop")} title={t("ask.stop")} onClick={onStop}>
            <Square className="size-4 fill-current" aria-hidden="true" />
          </button>
        ) : (
          <button
            type="button"
            data-testid="send"
            className={`button size-target shrink-0 !rounded-full !px-0 ${text.trim() === "" ? "!border-transparent !bg-tint" : "button-primary"}`}
            aria-label={t("ask.send")}
            title={t("ask.send")}
            disabled={text.trim() === "" || sending || tooLong}
            onClick={() => void send()}
          >
            <ArrowUp className="icon" strokeWidth={2.25} aria-hidden="true" />
          </button>
        )}
      </div>
      {tooLong && (
        <p role="alert" className="pt-1 text-small text-bad">
          {t("ask.tooLong", { n: charsMax })}
        </p>
      )}
    </div>
  );
});
