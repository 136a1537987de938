import type { ComponentProps, ReactNode } from "react";
import { Streamdown } from "streamdown";

/**
 * Markdown from a model: words from outside. No HTML, and no images, because fetching one tells its address to whoever
 * wrote it. Links open apart and say nothing about where they were found.
 */
const components = {
  img: ({ alt }: { alt?: string | undefined }) => <span>{alt}</span>,
  a: ({ href, children }: { href?: string | undefined; children?: ReactNode }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ),
  p: (props: PlainProps) => <p>{props.children}</p>,
  ul: (props: PlainProps) => <ul>{props.children}</ul>,
  ol: (props: PlainProps & { start?: number | undefined }) => <ol start={props.start}>{props.children}</ol>,
  li: (props: PlainProps) => <li>{props.children}</li>,
  // The page has one h1 and cards have h2: what a model writes starts below.
  h1: (props: PlainProps) => <h4>{props.children}</h4>,
  h2: (props: PlainProps) => <h4>{props.children}</h4>,
  h3: (props: PlainProps) => <h4>{props.children}</h4>,
  h4: (props: PlainProps) => <h4>{props.children}</h4>,
  blockquote: (props: PlainProps) => <blockquote>{props.children}</blockquote>,
  strong: (props: PlainProps) => <strong>{props.children}</strong>,
  code: (props: PlainProps) => <code>{props.children}</code>,
  pre: (props: PlainProps) => <pre dir="ltr">{props.children}</pre>,
  table: (props: PlainProps) => <table>{props.children}</table>,
  thead: (props: PlainProps) => <thead>{props.children}</thead>,
  tbody: (props: PlainProps) => <tbody>{props.children}</tbody>,
  tr: (props: PlainProps) => <tr>{props.children}</tr>,
  th: (props: PlainProps) => <th>{props.children}</th>,
  td: (props: PlainProps) => <td>{props.children}</td>,
  hr: () => <hr />,
} as NonNullable<ComponentProps<typeof Streamdown>["components"]>;

interface PlainProps {
  readonly children?: ReactNode | undefined;
}

export default function Markdown({ text, live = false }: { readonly text: string; readonly live?: boolean }) {
  return (
    <div className="written">
      <Streamdown mode={live ? "streaming" : "static"} controls={false} skipHtml components={components}>
        {text}
      </Streamdown>
    </div>
  );
}
