import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { ComponentChildren } from 'preact';
import { unreachable } from '../../lib/model/result.ts';
import { safeLink } from '../links.ts';
import './Markdown.css';

type Node = RootContent | PhrasingContent;

const inside = (node: { readonly children: readonly Node[] }): ComponentChildren =>
  node.children.map((child, index) => <Part key={index} node={child} />);

/** A node as an element of ours; what has no element here (HTML, pictures) stands as its words. */
const Part = ({ node }: { readonly node: Node }): ComponentChildren => {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return <p>{inside(node)}</p>;
    case 'heading':
      return <p class={`markdown__heading markdown__heading--${Math.min(node.depth, 3)}`}>{inside(node)}</p>;
    case 'emphasis':
      return <em>{inside(node)}</em>;
    case 'strong':
      return <strong>{inside(node)}</strong>;
    case 'delete':
      return <del>{inside(node)}</del>;
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
      return node.ordered === true ? <ol start={node.start ?? 1}>{inside(node)}</ol> : <ul>{inside(node)}</ul>;
    case 'listItem':
      return <li>{inside(node)}</li>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'link': {
      const href = safeLink(node.url);
      if (href === null) return inside(node);
      return (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {inside(node)}
        </a>
      );
    }
    case 'html':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'linkReference':
    case 'table':
    case 'tableRow':
    case 'tableCell':
      return inside(node);
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'yaml':
      return null;
    default:
      return unreachable(node);
  }
};

/**
 * Markdown as elements, never as HTML: a parsed tree is drawn node by node, so that nothing written in a note can run,
 * load or restyle anything. Links lead to http and https only.
 */
export const Markdown = ({ text }: { readonly text: string }) => (
  <div class="markdown" dir="auto">
    {inside(fromMarkdown(text))}
  </div>
);
