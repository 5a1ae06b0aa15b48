/** Fills the tallest usual screen, so that scrolling fetches before it is noticed. */
export const THREADS_PAGE = 30;
