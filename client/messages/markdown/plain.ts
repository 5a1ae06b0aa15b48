/** Whatever could start a Markdown construct or an automatic link. Most messages have none and never load the parser. */
const couldFormat = /[*_~`[\]<>|\\@]|https?:|www\.|^[ \t]*(?:[-+]|\d{1,9}[.)])(?:[ \t]|$)/im;

export function isPlain(body: string): boolean {
  return !couldFormat.test(body);
}
