import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** How near to the end counts as being there. */
const nearPx = 64;
/** What grows this soon after news grew because of it; later, or after a touch, somebody opened something to read it. */
const newsMs = 700;

/**
 * Follows what is added at the end of a scrolling box, only while the reader is there. Otherwise says that there is news.
 * The page never jumps away from what someone reads.
 */
export function useFollow(box: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>, news: unknown) {
  const atEnd = useRef(true);
  const newsAt = useRef(0);
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
    const follow = () => {
      if (atEnd.current && performance.now() - newsAt.current < newsMs) element.scrollTop = element.scrollHeight;
    };
    const onTouch = () => {
      newsAt.current = 0;
    };
    const observer = new ResizeObserver(follow);
    element.addEventListener("pointerdown", onTouch);
    element.addEventListener("keydown", onTouch);
    element.addEventListener("scroll", onScroll, { passive: true });
    observer.observe(inner);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", onScroll);
      element.removeEventListener("pointerdown", onTouch);
      element.removeEventListener("keydown", onTouch);
      observer.disconnect();
    };
  }, [box, content]);

  useEffect(() => {
    if (!atEnd.current) setBelow(true);
    newsAt.current = performance.now();
  }, [news]);

  const onNews = useCallback(() => {
    newsAt.current = performance.now();
  }, []);

  return { below, toEnd, onNews };
}
