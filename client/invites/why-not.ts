/** Of a link that does not work: which of these it is, nobody is told. */
export const whyNot = 'It was revoked, has expired or is used up. Ask whoever sent it for another one.';
