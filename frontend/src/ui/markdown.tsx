/** Markdown as elements of React: nothing that a record says becomes markup of its own. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { createElement, Fragment, type ReactNode } from 'react';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];
type Parents = Extract<Nodes, { children: unknown[] }>;

/** What is nested deeper is shown as it was typed: nobody writes so, but it must not break the page. */
const deepest = 24;

/** Where a link may lead; anything else stays words. */
const leads = (url: string) => /^(https?:\/\/|mailto:)/i.test(url);

function link(url: string, children: ReactNode): ReactNode {
  return leads(url) ? (
    <a href={url} rel="nofollow noreferrer">
      {children}
    </a>
  ) : (
    children
  );
}

/** The page's own headings are h1 and h2, and a session's h3: what a text calls its first heading stands under them. */
const heading = (depth: number) => `h${Math.min(6, depth + 3)}`;

function element(node: Nodes, inside: (parent: Parents) => ReactNode, urls: Map<string, string>): ReactNode {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'paragraph':
      return <p>{inside(node)}</p>;
    case 'heading':
      return createElement(heading(node.depth), null, inside(node));
    case 'strong':
      return <strong>{inside(node)}</strong>;
    case 'emphasis':
      return <em>{inside(node)}</em>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{inside(node)}</blockquote>;
    case 'list':
      return node.ordered ? <ol start={node.start ?? undefined}>{inside(node)}</ol> : <ul>{inside(node)}</ul>;
    case 'listItem':
      return (
        <li>
          {node.children.map((c, i) =>
            c.type === 'paragraph' && !node.spread ? (
              <Fragment key={i}>{inside(c)}</Fragment>
            ) : (
              <Fragment key={i}>{element(c, inside, urls)}</Fragment>
            ),
          )}
        </li>
      );
    case 'thematicBreak':
      return <hr />;
    case 'break':
      return <br />;
    case 'link':
      return link(node.url, inside(node));
    case 'linkReference':
      return link(urls.get(node.identifier) ?? '', inside(node));
    case 'image':
      return link(node.url, node.alt || node.url);
    case 'imageReference':
      return link(urls.get(node.identifier) ?? '', node.alt);
    default:
      return null;
  }
}

export function Markdown({ text }: { text: string }) {
  const tree = fromMarkdown(text);
  const urls = new Map<string, string>();
  for (const node of tree.children) if (node.type === 'definition' && !urls.has(node.identifier)) urls.set(node.identifier, node.url);
  const within =
    (depth: number) =>
    (parent: Parents): ReactNode =>
      depth > deepest
        ? text.slice(parent.position?.start.offset, parent.position?.end.offset)
        : parent.children.map((child, i) => <Fragment key={i}>{element(child, within(depth + 1), urls)}</Fragment>);
  return within(0)(tree);
}
