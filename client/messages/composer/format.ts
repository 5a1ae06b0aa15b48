export interface Selection {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts the mark around the selection, or takes it away when it is there already. */
export function toggleMark({ text, start, end }: Selection, mark: string): Selection {
  const size = mark.length;
  const selected = text.slice(start, end);
  const around = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark;
  // "**" is not a pair of "*": bold text is not italic text with more stars.
  const alone = around && text[start - size - 1] !== mark[0] && text[end + size] !== mark[0];
  if (alone) {
    return {
      text: text.slice(0, start - size) + selected + text.slice(end + size),
      start: start - size,
      end: end - size,
    };
  }
  return {
    text: text.slice(0, start) + mark + selected + mark + text.slice(end),
    start: start + size,
    end: end + size,
  };
}
