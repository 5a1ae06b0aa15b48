import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';

import { leavingTrace } from '../../app/places.ts';
import { MentionText } from './mention-text.tsx';
import { parse, type MarkdownNode } from './grammar.ts';
import { placeWithin, safeUrl } from './safe-url.ts';

type Parent = Extract<MarkdownNode, { children: unknown }>;

/** Deeper than people nest, and far from what React or the DOM could not hold. */
const maxDepth = 16;

/** A message body as React nodes. No HTML string is ever made; what is not understood is shown as it was typed. */
export function Markdown({ body }: { readonly body: string }) {
  const root = parse(body);
  return root === undefined ? <p>{body}</p> : <>{children(root, body, 0)}</>;
}

function children(parent: Parent, body: string, depth: number): ReactNode[] {
  let previous: MarkdownNode | undefined;
  return parent.children.map((child, index) => {
    const blankLines = isBlock(child) && previous ? blankLinesBetween(previous, child) : 0;
    previous = child;
    return <Fragment key={index}>{render(child, body, depth + 1, blankLines)}</Fragment>;
  });
}

function render(node: MarkdownNode, body: string, depth: number, blankLines: number): ReactNode {
  if (depth > maxDepth) return source(node, body);
  const inner = () => ('children' in node ? children(node, body, depth) : null);
  // The empty lines a person left between two blocks stay as many as they were.
  const style = blankLines > 0 ? { marginBlockStart: `${Math.min(blankLines, 10)}lh` } : undefined;

  switch (node.type) {
    case 'paragraph':
      return <p style={style}>{inner()}</p>;
    case 'text':
      return <MentionText text={node.value} />;
    case 'break':
      return '\n'; // paragraphs keep line breaks as typed (white-space: pre-wrap)
    case 'emphasis':
      return <em>{inner()}</em>;
    case 'strong':
      return <strong>{inner()}</strong>;
    case 'delete':
      return <del>{inner()}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      // "``` like this" opens a fence whose first line is its info string: text, as the author meant it, would be gone.
      if (node.value === '' || node.meta) return <p style={style}>{source(node, body)}</p>;
      return (
        <pre style={style} tabIndex={0} role="group" aria-label="Code">
          <code>{node.value}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote style={style}>{inner()}</blockquote>;
    case 'list':
      return node.ordered ? <ol style={style}>{inner()}</ol> : <ul style={style}>{inner()}</ul>;
    case 'listItem':
      return (
        <li
          value={typedNumber(node, body)}
          data-task={node.checked === undefined || node.checked === null ? undefined : true}
        >
          {typeof node.checked === 'boolean' && <span>{node.checked ? '☑ ' : '☐ '}</span>}
          <div>{inner()}</div>
        </li>
      );
    case 'link':
      return link(node.url, node.title, inner() ?? node.url) ?? source(node, body);
    case 'image':
      // Loading a picture would tell its host who reads this, and when: a link lets the reader decide.
      return link(node.url, node.title, node.alt || node.url) ?? source(node, body);
    case 'table':
      return (
        <div style={style} data-table>
          <table>
            <tbody>{inner()}</tbody>
          </table>
        </div>
      );
    case 'tableRow':
      return <tr>{inner()}</tr>;
    case 'tableCell':
      return <td dir="auto">{inner()}</td>;
    default:
      return source(node, body);
  }
}

function link(url: string, title: string | null | undefined, text: ReactNode): ReactNode {
  const href = safeUrl(url);
  if (href === undefined) return undefined;
  const words = title ? `${title} (${href})` : href;
  const place = placeWithin(href);
  if (place !== undefined)
    return (
      <Link to={place} title={words} {...leavingTrace}>
        {text}
      </Link>
    );
  return (
    <a href={href} title={words} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

/** What was typed, letter for letter. */
function source(node: MarkdownNode, body: string): string {
  return body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** "3. …" stays 3, whatever the numbers before it were. */
function typedNumber(node: MarkdownNode, body: string): number | undefined {
  const digits = /^\d+(?=[.)])/.exec(source(node, body))?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** The first beside code and quotations is no more than what sets them off: their edge is seen anyway. */
function blankLinesBetween(previous: MarkdownNode, next: MarkdownNode): number {
  const between = (next.position?.start.line ?? 1) - (previous.position?.end.line ?? 1) - 1;
  return Math.max(0, between - (hasEdge(previous) || hasEdge(next) ? 1 : 0));
}

const hasEdge = ({ type }: MarkdownNode): boolean => type === 'code' || type === 'blockquote';

const blocks = new Set<MarkdownNode['type']>(['paragraph', 'code', 'blockquote', 'list', 'table']);
function isBlock(node: MarkdownNode): boolean {
  return blocks.has(node.type);
}
