import { z } from 'zod';

/** One emoji that is for general interchange: also with a skin tone, as a flag, a keycap, or several joined into one. */
const rgi = new RegExp(String.raw`^\p{RGI_Emoji}$`, 'v');
/** Code units: of the longest one, and of the selectors that may stand in it besides. */
const longest = 64;

/** "As text" and "as a picture". */
const selectors = /[\uFE0E\uFE0F]/gu;
/** What is shown as text where nothing says otherwise; a skin tone says so, too. */
const asText = /(?!\p{Emoji_Presentation})\p{Emoji}(?!\p{Emoji_Modifier})/gu;

/**
 * The one way in which an emoji is written here, whatever selectors came with it: as Unicode's fully qualified form, so that
 * ❤ and ❤️ are one.
 * @returns null for whatever is not one emoji
 */
export function emojiOf(text: string): string | null {
  if (text.length > longest) return null;
  const whole = text.replace(selectors, '').replace(asText, '$&\uFE0F');
  return rgi.test(whole) ? whole : null;
}

export const emojiRule = z.string().transform((text, ctx) => {
  const emoji = emojiOf(text);
  if (emoji !== null) return emoji;
  ctx.addIssue({ code: 'custom', message: 'A reaction is one emoji.' });
  return z.NEVER;
});
