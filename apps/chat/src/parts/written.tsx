import { lazy, memo, Suspense, useEffect, useRef, useState } from "react";
import { useTask } from "../task/hooks.ts";

const Markdown = lazy(() => import("./markdown.tsx"));

/**
 * Signs that text is more than sentences: a heading, a table, a quotation, code, emphasis, a link. A list alone is not one:
 * its lines read as they stand, and a sentence right under it stays a sentence.
 */
const markdownSigns = /^ {0,3}(#{1,4} |\* |> |\|)|```|\*\*|`[^`]+`|\[[^\]]+\]\(/m;

/** Words of the assistant. Plain sentences are drawn as they are; the markdown reader is fetched when there is markdown. */
export const Written = memo(function Written({ text }: { readonly text: string }) {
  if (!markdownSigns.test(text)) return <p className="whitespace-pre-wrap">{text}</p>;
  return (
    <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
      <Markdown text={text} />
    </Suspense>
  );
});

/** How often markdown that is still being written is drawn again. Plain text is appended piece by piece instead. */
const redrawMs = 120;

/** Words as they are being written: each piece is appended to one text node, nothing is drawn again. */
export function LiveWords({ messageId }: { readonly messageId: string }) {
  const task = useTask();
  const place = useRef<HTMLParagraphElement>(null);
  const [formatted, setFormatted] = useState<string>();
  useEffect(() => {
    const paragraph = place.current;
    if (task === undefined || paragraph === null) return;
    const node = document.createTextNode(task.liveText);
    paragraph.replaceChildren(node);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      if (markdownSigns.test(task.liveText)) setFormatted(task.liveText);
    };
    look();
    const stop = task.onText((id, piece) => {
      if (id !== messageId) return;
      node.appendData(piece);
      timer ??= setTimeout(look, redrawMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [task, messageId]);
  return (
    <div data-testid="live" aria-hidden="true">
      <p ref={place} className="whitespace-pre-wrap" hidden={formatted !== undefined} />
      {formatted !== undefined && (
        <Suspense fallback={<p className="whitespace-pre-wrap">{formatted}</p>}>
          <Markdown text={formatted} live />
        </Suspense>
      )}
    </div>
  );
}
