import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** How near to the end counts as being there. */
const nearPx = 64;

/**
 * Follows what is added at the end of a scrolling box, only while the reader is there. Otherwise says that there is news.
 * The page never jumps away from what someone reads.
 */
export function useFollow(box: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>, news: unknown) {
  const atEnd = useRef(true);
  const [below, setBelow] = useState(false);

  const toEnd = useCallback(() => {
    const element = box.current;
    if (element === null) return;
    atEnd.current = true;
    element.scrollTop = element.scrollHeight;
    setBelow(false);
  }, [box]);

  useEffect(() => {
    const element = box.current;
    const inner = content.current;
    if (element === null || inner === null) return;
    const onScroll = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
      if (atEnd.current) setBelow(false);
    };
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener("scroll", onScroll, { passive: true });
    observer.observe(inner);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", onScroll);
      observer.disconnect();
    };
  }, [box, content]);

  useEffect(() => {
    if (!atEnd.current) setBelow(true);
  }, [news]);

  return { below, toEnd };
}
